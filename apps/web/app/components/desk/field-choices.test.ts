import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFieldChoices, buildHidden, buildResolved, buildWas, parseWas } from './field-choices.ts'

const names = ['title', 'planned', 'note', 'commitments[]'] as const
const value = fc.constantFrom('', 'a', 'b', 'a\nb', 'b\na', ' a ', 'текст', '2015-06')
const values = fc.record({ title: value, planned: value, note: value, 'commitments[]': value })
const runs = { numRuns: 500 }

test('a field is asked exactly where both differ; what I changed is sent unless I choose otherwise', () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, theirs) => {
      const choices = buildFieldChoices(names, base, mine, theirs)
      const sorted = (text: string) => text.split('\n').filter(Boolean).sort().join('\n').trim()
      for (const name of names) {
        const read = (all: typeof base) => (name.endsWith('[]') ? sorted(all[name]) : all[name].trim())
        const choice = choices.find((one) => one.name === name)
        expect(choice !== undefined).toBe(read(mine) !== read(theirs))
        if (choice) expect(choice.choice).toBe(read(mine) === read(base) ? 'theirs' : 'mine')
      }
    }),
    runs,
  )
})

test('whatever is chosen, each field is one of the two versions as it was, and nothing typed is lost without a choice', () => {
  const picks = fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.option(fc.constantFrom('mine' as const, 'theirs' as const), { nil: undefined }),
      ]),
    ),
  )
  const rest = fc.record({ reason: value, 'newSource.title': value })
  fc.assert(
    fc.property(values, values, rest, picks, (mine, theirs, other, picked) => {
      const hidden = buildHidden(names, { ...mine, ...other, intent: 'correct', basedOn: '1' }, theirs, {
        'newSource.title': 'title',
      })
      const chosen = Object.entries(picked).flatMap(([name, pick]) =>
        pick === undefined ? [] : [[`pick.${name}`, pick]],
      )
      const sent = buildResolved({
        ...hidden,
        ...Object.fromEntries(chosen),
        intent: 'correct',
        basedOn: '2',
      })
      for (const name of names) {
        expect(sent[name]).toBe(picked[name] === 'theirs' ? theirs[name] : mine[name])
        // If it moves on once more, the next comparison begins from what the record said here.
        expect(parseWas(sent)[name]).toBe(theirs[name])
      }
      expect(sent.reason).toBe(other.reason)
      expect(sent['newSource.title'] ?? '').toBe(picked.title === 'theirs' ? '' : other['newSource.title'])
      expect([sent.intent, sent.basedOn, sent.resolve]).toEqual(['correct', '2', undefined])
    }),
    runs,
  )
})

test('a form that chooses nothing is left as it is', () => {
  const typed = { intent: 'correct', title: 'a', ...buildWas({ title: 'b' }, ['title']) }
  expect(buildResolved(typed)).toBe(typed)
  expect(parseWas(typed)).toEqual({ title: 'b' })
})

test('writers who keep choosing lose no field that they chose: each ends on record, or is asked about', () => {
  // Two people correct one record again and again; a write on an old version is refused and answered by choosing.
  const edit = fc.record({
    who: fc.boolean(),
    name: fc.constantFrom(...names),
    to: value,
    stale: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      let record: Record<string, string> = { title: 'x', planned: 'x', note: 'x', 'commitments[]': 'x' }
      let version = 1
      const opened = [0, 1].map(() => ({ version, base: record }))
      for (const { who, name, to, stale } of edits) {
        const place = who ? 1 : 0
        if (!stale) opened[place] = { version, base: record }
        const { base, version: basedOn } = opened[place] ?? { base: record, version }
        const mine = { ...base, [name]: to }
        const before = record
        if (basedOn === version) record = mine
        else {
          const choices = buildFieldChoices(names, base, mine, record)
          const hidden = buildHidden(names, mine, record, {})
          const picks = choices.map((one) => [`pick.${one.name}`, one.choice])
          const sent = buildResolved({ ...hidden, ...Object.fromEntries(picks) })
          record = Object.fromEntries(names.map((one) => [one, sent[one] ?? '']))
        }
        version += 1
        opened[place] = { version, base: record }
        // What I changed is there, and of what I did not touch nothing of the others' is gone.
        const isSame = (a: string, b: string) =>
          a.trim() === b.trim() || a.split('\n').sort().join() === b.split('\n').sort().join()
        if (!isSame(to, base[name] ?? '')) expect(isSame(record[name] ?? '', to)).toBe(true)
        for (const other of names.filter((one) => one !== name))
          expect(isSame(record[other] ?? '', before[other] ?? '')).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
