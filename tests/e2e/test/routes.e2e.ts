import { expect, test } from 'vitest'
import { findPattern, listPatterns } from '../src/patterns.ts'
import { deskRoutes, entryRoutes, publicRoutes, publishedRoutes, unopenedRoutes } from '../src/routes.ts'

test('every page of the site is looked at, or it is said why not', async () => {
  const patterns = await listPatterns()
  expect(patterns.length).toBeGreaterThan(60)
  const opened = [...publicRoutes, ...publishedRoutes, ...entryRoutes, ...Object.values(deskRoutes).flat()]
    .filter(({ status }) => status === 200)
    .map(({ path }) => findPattern(patterns, path))
  expect(opened.filter((pattern) => pattern === undefined)).toEqual([])
  const unopened = patterns.filter((pattern) => !opened.includes(pattern))
  expect(unopened.sort()).toEqual(Object.keys(unopenedRoutes).sort())
})
