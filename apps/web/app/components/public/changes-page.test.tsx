import { changeKinds } from '@waymark/scoring/changes'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChangesPage } from './changes-page.tsx'
import { type ChangesAsked, formatChange } from './changes-words.ts'
import { getWords } from './get-words.ts'
import { aChangeList } from './testing/changes.ts'

const origin = 'https://example.org'
const { t } = getWords('en')
const render = (view = aChangeList(), asked: ChangesAsked = { from: '2020-11-12', to: '2021-06-30' }) =>
  renderToStaticMarkup(<ChangesPage view={view} asked={asked} origin={origin} />)
const read = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('the page opens with what moved as a sentence, and tells apart what only became known, came or went', () => {
  const html = render()
  expect(html).toContain(
    '<h1>Between 12 November 2020 and 30 June 2021, 2 recommendations advanced and 1 began to go backwards.</h1>',
  )
  expect(html).toContain('Beside that: 3 gone out of date.')
  const nothing = render(aChangeList({ counts: [], items: [], total: 0 }))
  expect(nothing).toContain('no recommendation is known to have moved.')
  expect(read(nothing)).toContain('Nothing changed.')
})

test('every part of the index stands in the table with its sign, and the parts lead from one interval to the other', () => {
  const html = render()
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) => read(row).trim())
  const find = (title: string) => rows.find((row) => row.startsWith(title)) ?? ''
  expect(find('Index on 12 November 2020')).toMatch(/by m1 20 60$/)
  expect(find('What is counted')).toMatch(/ 0 0$/)
  expect(find('What is known')).toMatch(/−5 \+10$/)
  expect(find('Levels that changed')).toMatch(/\+15 \+15$/)
  expect(find('Index on 30 June 2021')).toMatch(/by m1 30 85$/)
  expect(html).toContain('The index went from 20–60 to 30–85, most of it by: levels that changed.')
  expect(find('The way of counting')).toBe('')
})

test('a change of method has a row of its own, and says by which method items are told', () => {
  const view = aChangeList({ fromMethod: 'm2' })
  expect(read(render(view))).toContain('The way of counting')
  expect(read(render(view))).toContain('What happened to a recommendation is told by m1 on both.')
})

test('rounded figures that do not seem to add up are explained, and only those', () => {
  const { decomposition, figures } = aChangeList()
  expect(render()).not.toContain('rounded by itself')
  const part = { low: 0.4, high: 0 }
  const odd = aChangeList({
    decomposition: decomposition && {
      ...decomposition,
      composition: part,
      freshness: { low: -4.9, high: 10 },
    },
    figures: { ...figures, to: { ...figures.to, index: { low: 30.5, high: 85 } } },
  })
  expect(render(odd)).toContain('rounded by itself')
})

test('each item shows both standings in words, each leading to the recommendation at its own day', () => {
  const html = render()
  expect(html).toMatch(/recommendations\/XX-2020-01\?asOf=2020-11-12"[^>]*>(?:(?!<\/a>).)*No progress/)
  expect(html).toMatch(/recommendations\/XX-2020-01\?asOf=2021-06-30"[^>]*>(?:(?!<\/a>).)*Some progress/)
  expect(html).toContain('not in force')
})

test('steps and gates: how the gates stood at passage, which way a gate went', () => {
  const text = read(render())
  expect(text).toContain('1 of 3 required gates met at passage, 2 passed while unmet')
  expect(text).toContain('1 opened, 0 closed.')
})

test('without an index at one of the moments there is no waterfall', () => {
  const html = render(aChangeList({ decomposition: null }))
  expect(html).not.toContain('class="wf"')
  expect(html).toContain('there is no index to compare')
})

test('on the recorded clock the moments are instants, and links keep them apart', () => {
  const html = render(
    aChangeList({ clock: 'recorded', from: '2026-01-01T09:00:00.000Z', to: '2026-03-02T10:00:00.000Z' }),
    { clock: 'recorded', asOf: '2021-06-30', from: '2026-01-01T09:00:00Z', to: '2026-03-02T10:00:00Z' },
  )
  expect(html).toContain('what is known about 30 June 2021 changed for 6 recommendations')
  expect(html).toContain('asOf=2021-06-30&amp;knownAt=2026-01-01T09:00:00.000Z')
  expect(html).toContain('clock=recorded&amp;from=2026-01-01T09:00:00.000Z&amp;to=2026-03-02T10:00:00.000Z')
})

test('the permalink and the data name both moments', () => {
  const html = render()
  for (const ending of ['json', 'csv', 'xlsx'])
    expect(html).toContain(`/utopia/changes.${ending}?from=2020-11-12&amp;to=2021-06-30`)
  expect(html).toContain(
    '/utopia/changes?from=2020-11-12&amp;to=2021-06-30&amp;asOf=2021-06-30&amp;knownAt=2026-03-02T10:00:00.000Z&amp;method=m1',
  )
})

test('the page runs no script, carries no style, skips no heading rank and has no id twice', () => {
  const html = render()
  expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=/)
  const ranks = [...html.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank))
  for (const [i, rank] of ranks.entries()) expect(rank - (ranks[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every kind of change has its words', () => {
  for (const kind of changeKinds) {
    expect(t.changes.kinds[kind]).toBeTruthy()
    expect(t.changes.kindHelp[kind]).toBeTruthy()
  }
})

test('a change is shown as a whole number with its sign', () => {
  expect([3.5, -2.5, 0.4, -0.4, 0].map(formatChange)).toEqual(['+4', '−2', '0', '0', '0'])
})
