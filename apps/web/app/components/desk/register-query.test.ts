import { expect, test } from 'vitest'
import {
  buildRegisterHref,
  buildSortHref,
  buildViewQuery,
  getSortState,
  listPages,
  parseRegisterQuery,
} from './register-query.ts'

const parse = (search: string) => parseRegisterQuery('exampleland', new URLSearchParams(search))
const read = (search: string) => parse(search) ?? { dossier: 'unreadable' }

test('an address holds the whole state of the register and reads back as it was written', () => {
  const search =
    'q=free+press&area=media&side=partner&standing=stale&work=draft&sort=-effective&cols=gates,due&sel=XX-2020-01,XX-2020-02&page=3&assess=XX-2020-02'
  const query = read(search)
  expect(buildRegisterHref(query, { sel: query.sel, page: query.page })).toBe(
    `/desk/exampleland/register?${search}`,
  )
})

test('empty fields of the filter form filter nothing', () => {
  expect(parse('q=&area=&side=&standing=')).toEqual({ dossier: 'exampleland' })
})

test.each([
  'sort=colour',
  'standing=good',
  'page=0',
  'page=x',
  'side=north',
  'asOf=2013-02-30',
  'cols=colour',
  'sel=../x',
  'work=play',
])('%s is not an address of the register', (search) => {
  expect(parse(search)).toBeNull()
})

test('taking a filter away keeps the others and goes back to the first page', () => {
  expect(buildRegisterHref(read('q=press&area=media&page=2'), { area: undefined })).toBe(
    '/desk/exampleland/register?q=press',
  )
})

test('a column sorts upwards first, then downwards, then upwards again', () => {
  const first = buildSortHref(read('q=press'), 'effective')
  expect(first).toBe('/desk/exampleland/register?q=press&sort=effective')
  const second = buildSortHref(read('q=press&sort=effective'), 'effective')
  expect(second).toBe('/desk/exampleland/register?q=press&sort=-effective')
  expect(buildSortHref(read('sort=-effective'), 'effective')).toBe(
    '/desk/exampleland/register?sort=effective',
  )
})

test('the register stands in the order of references until another is asked for', () => {
  expect(getSortState(read(''), 'ref')).toBe('ascending')
  expect(getSortState(read('sort=-title'), 'title')).toBe('descending')
  expect(getSortState(read('sort=-title'), 'ref')).toBe('none')
})

test('pages far from the current one are not offered, the first and the last always are', () => {
  expect(listPages(10, 40)).toEqual([1, 8, 9, 10, 11, 12, 40])
  expect(listPages(1, 1)).toEqual([1])
})

test('boxes that were ticked one by one and a list in one value are the same selection', () => {
  expect(read('sel=XX-1&sel=XX-2').sel).toEqual(read('sel=XX-1,XX-2').sel)
})

test('a saved view holds what is shown, not what is selected in it', () => {
  const query = read('q=press&cols=due&sel=XX-1&page=4&assess=XX-1')
  expect(buildViewQuery(query, ['due'])).toBe('q=press&cols=due')
})
