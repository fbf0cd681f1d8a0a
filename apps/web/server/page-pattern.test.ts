import { expect, test } from 'vitest'
import { buildPagePattern } from './page-pattern.ts'

const route = (path: string) => ({ id: path, path, module: {} }) as never

test('an address is told as the routes have it, without what somebody put into it', () => {
  const format = buildPagePattern({
    routes: {
      a: route('desk'),
      b: route(':dossier'),
      c: route(':dossier/cases/:key'),
      d: route('*'),
      e: undefined as never,
    },
  })
  expect(format('/desk/kazakhstan/cases/Q-name')).toBe('/desk/:/cases/:')
  expect(format('/%D2%9A%D0%B0/cases')).toBe('/:/cases')
  expect(format('/')).toBe('/')
})
