import { expect, test } from 'vitest'
import { buildMask } from './mask-names.ts'
import { maskedName } from './wall.view.ts'

const mask = buildMask([
  { publicName: 'Invented Witness', realName: 'Wholly Fictitious' },
  { publicName: null, realName: 'Выдуманная Особа' },
])

test('a name is taken out whole, in parts, in any case and with the endings of a language', () => {
  expect(mask('Ask Invented Witness, then fictitious and WHOLLY FICTITIOUS.')).toBe(
    `Ask ${maskedName}, then ${maskedName} and ${maskedName}.`,
  )
  expect(mask('Спросить Выдуманную Особу; письмо Выдуманной; об Особе')).toBe(
    `Спросить ${maskedName}; письмо ${maskedName}; об ${maskedName}`,
  )
  expect(mask('Привет, Выдуманная')).toBe(`Привет, ${maskedName}`)
  expect(mask("Invented  Witness's letter")).toBe(`${maskedName}'s letter`)
})

test('other words stay, also those of a pseudonym by themselves', () => {
  expect(mask('The witness was invented by a fiction writer')).toBe(
    'The witness was invented by a fiction writer',
  )
  expect(buildMask([])('Wholly as it was')).toBe('Wholly as it was')
})
