import { recommendationListInput } from '@waymark/api/features/recommendation/recommendation.input'
import { expect, test } from 'vitest'
import { type AddressFaults, cutSearch, parseSearch } from './search.ts'

const request = (query: string) => new Request(`https://example.org/utopia${query}`)
const listSearch = recommendationListInput.omit({ dossier: true })

async function getRefusal(run: () => unknown): Promise<Response> {
  try {
    await run()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}

test('a date that does not exist is a 400 that names where, what and what to do', async () => {
  const response = await getRefusal(() => parseSearch(request('?asOf=2013-02-30'), cutSearch))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    faults: [
      {
        kind: 'shape',
        name: 'asOf',
        given: '2013-02-30',
        advice: 'use a day that exists, written YYYY-MM-DD',
      },
    ],
  })
})

test('every fault of an address is named at once', async () => {
  const response = await getRefusal(() => parseSearch(request('?asOf=x&side=moon&page=0&asOf=y'), listSearch))
  const { faults } = (await response.json()) as AddressFaults
  expect(new Set(faults.map(({ name }) => name))).toEqual(new Set(['asOf', 'side', 'page']))
})

test('empty fields of a form count as not given, and parameters of others are left alone', () => {
  expect(parseSearch(request('?asOf=&q=&utm_source=x&page=2'), listSearch)).toEqual({ page: 2 })
})

test('a day as record cut-off becomes an address that holds the end of that day', async () => {
  const response = await getRefusal(() =>
    parseSearch(request('?asOf=2020-01-01&knownAt=2026-11-24'), cutSearch),
  )
  expect(response.status).toBe(302)
  const to = new URL(response.headers.get('location') ?? '', 'https://example.org')
  expect(to.searchParams.get('knownAt')).toBe('2026-11-24T23:59:59.999Z')
  expect(to.searchParams.get('asOf')).toBe('2020-01-01')
})
