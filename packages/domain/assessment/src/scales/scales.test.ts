import { describe, expect, test } from 'vitest'
import { finding } from '../assessment.ts'
import { levels, states } from '../level.ts'
import { type CrosswalkId, crosswalks, getConversion } from './crosswalk.ts'
import { scalePacks } from './registry.ts'
import { scaleId, scalePack } from './scale-pack.ts'

test('every scale is sound and stands under its own id', () => {
  for (const [id, pack] of Object.entries(scalePacks)) {
    expect(scalePack.parse(pack)).toEqual(pack)
    expect(pack.id).toBe(id)
  }
})

test('the built-in scale has the levels and states of the record, in their order', () => {
  expect(scalePacks['eu-progress@1'].levels.map((one) => one.key)).toEqual(levels)
  expect(scalePacks['eu-progress@1'].states.map((one) => one.key)).toEqual(states)
})

test('a scale names its version, and no key twice', () => {
  for (const id of ['csr', 'csr@0', 'csr@', 'CSR@1', 'csr@1.0'])
    expect(scaleId.safeParse(id).success).toBe(false)
  const pack = scalePacks['ogp-completion@1']
  const twice = { ...pack, levels: [...pack.levels, pack.levels[0]] }
  expect(scalePack.safeParse(twice).success).toBe(false)
})

describe('crosswalks', () => {
  test('each says for every key of its scale what becomes of it, and nothing else', () => {
    for (const [id, { from, to, version, images }] of Object.entries(crosswalks)) {
      expect(id).toBe(`${from}>${to}#${version}`)
      const keys = [...scalePacks[from].levels, ...scalePacks[from].states].map((one) => one.key)
      expect(Object.keys(images).sort()).toEqual([...keys].sort())
      for (const image of Object.values(images)) {
        if (image.kind === 'converted') expect(finding.safeParse(image.finding).success).toBe(true)
        else expect(image.because).not.toBe('')
      }
    }
  })

  test('none leads to full implementation, which needs two origins that a grade cannot show', () => {
    for (const id of Object.keys(crosswalks) as CrosswalkId[]) {
      for (const image of Object.values(crosswalks[id].images)) {
        if (image.kind === 'converted') expect(image.finding).not.toMatchObject({ level: 'full' })
      }
    }
  })

  const hrc = 'hrc-followup@1>eu-progress@1#1'

  test('grade E of the Human Rights Committee is contrary, and grade D says nothing about what was done', () => {
    expect(getConversion(hrc, 'e')).toEqual({ kind: 'converted', finding: { level: 'none', contrary: true } })
    expect(getConversion(hrc, 'd').kind).toBe('not-convertible')
    expect(getConversion(hrc, 'b')).toEqual({
      kind: 'converted',
      finding: { level: 'some', contrary: false },
    })
  })

  test('a key that the scale does not have is not convertible, whatever its name', () => {
    for (const key of ['f', '', 'constructor', '__proto__'])
      expect(getConversion(hrc, key).kind).toBe('not-convertible')
  })

  test('no evidence available becomes no information', () => {
    expect(getConversion('ogp-completion@1>eu-progress@1#1', 'no-evidence-available')).toEqual({
      kind: 'converted',
      finding: { state: 'no-information' },
    })
  })
})
