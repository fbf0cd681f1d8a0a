import { type Method, overallRules } from '@waymark/scoring/method'
import { methods } from '@waymark/scoring/methods/registry'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { buildTotal } from './area-rows.tsx'
import { getWords } from './get-words.ts'
import { MethodPage, type MethodView } from './method-page.tsx'
import { aFrame, anOverview } from './testing/views.ts'

const buildView = (method: Method): MethodView => ({
  frame: aFrame(),
  methods: [
    {
      id: method.id,
      title: method.title,
      scale: 'eu-progress@1',
      values: { ...method.values, contrary: method.contrary },
      unknown: { ...method.unknown },
      overall: method.overall,
      freshnessMonths: method.freshnessMonths,
      gateWeighting: method.gateWeighting,
      introduced: method.introduced,
    },
  ],
  scales: [],
})
const noSeries = { frame: aFrame(), methods: [], points: [] }
/** The words of the page, with what it says of one method only. */
const read = (method: Method) =>
  renderToStaticMarkup(
    <MethodPage view={buildView(method)} series={noSeries} asked={{}} origin="https://example.org" />,
  ).replace(/<[^>]*>/g, ' ')

const rules = {
  'mean-of-areas': 'mean of the areas',
  'mean-of-items': 'mean over all recommendations that are applicable',
} as const

test.each(Object.values(methods))('the page on the method describes $id from its own data', (method) => {
  const text = read(method)
  expect(text).toContain(`${method.id}: ${method.title}`)
  for (const rule of overallRules) expect(text.includes(rules[rule])).toBe(rule === method.overall)
  expect(text).toContain('Gates have no weight in the index')
  expect(text).toContain('Introduced on 24 November 2026')
})

test('how long a finding counts is told in the method’s own months', () => {
  const own = 'for the review interval of its recommendation'
  expect(read(methods.m1)).toContain(own)
  expect(read(methods.m2)).toContain('current for 24 months')
  expect(read({ ...methods.m2, freshnessMonths: 1 })).toContain('current for 1 month,')
  for (const months of [1, 24]) expect(read({ ...methods.m2, freshnessMonths: months })).not.toContain(own)
})

test('the whole of a scorecard is named by the rule of the method that made it', () => {
  const view = anOverview()
  const getNote = (method: string) =>
    buildTotal(getWords('en'), { ...view, score: { ...view.score, method } }).note
  expect(getNote('m1')).toBe('mean of areas; mean over items 38–63')
  expect(getNote('m2')).toBe('mean over items, whatever their area')
})
