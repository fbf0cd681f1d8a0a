import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildWithMention, listMentioned, listSuggested } from './mention.ts'

const people = ['Synthetic Analyst', 'Invented Reviewer', 'Әсем Үлгі', 'Ёлка Пример'].map((name, i) => ({
  id: `p${i}`,
  name,
}))
const names = (found: readonly { name: string }[]) => found.map(({ name }) => name)

test('a name is offered by any of its words, in any script, while it is typed after an @ and not otherwise', () => {
  expect(names(listSuggested('ask @syn', people))).toEqual(['Synthetic Analyst'])
  expect(names(listSuggested('ask @Rev', people))).toEqual(['Invented Reviewer'])
  expect(names(listSuggested('@үл', people))).toEqual(['Әсем Үлгі'])
  expect(names(listSuggested('@', people))).toEqual(people.map(({ name }) => name))
  for (const text of ['ask Syn', '@Synthetic Analyst', 'line @x\nSyn', ''])
    expect([text, listSuggested(text, people)]).toEqual([text, []])
})

test('completing a name names that person, and leaves what stands around it as it was', () => {
  const word = fc.string({ maxLength: 20 }).map((text) => text.replaceAll('@', ''))
  fc.assert(
    fc.property(
      word,
      word,
      fc.constantFrom(...people),
      fc.nat({ max: 3 }),
      (before, after, person, typed) => {
        const head = `${before}\n@${person.name.slice(0, typed)}`
        const done = buildWithMention(head + after, head.length, person)
        expect(done.text).toBe(`${before}\n@${person.name} ${after}`)
        expect(done.text.slice(0, done.caret)).toBe(`${before}\n@${person.name} `)
        expect(listMentioned(done.text, people)).toContainEqual(person)
      },
    ),
  )
})
