import { expect, test } from 'vitest'
import { buildSignInHref, hasPermission, parseNext } from './signed-in.ts'

test.each(['/desk/exampleland?q=a&page=2', '/account'])('after signing in one goes on to %s', (next) => {
  expect(parseNext(next)).toBe(next)
})

test.each([
  null,
  '',
  'desk',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  '/desk\\..\\x',
  '/desk\n//elsewhere.example',
  '/sign-out',
])('%j is not a way to go on', (next) => {
  expect(parseNext(next)).toBe('/desk')
})

test.each([
  ['/ru/desk/exampleland?q=/kk/x', '/desk/exampleland?q=/kk/x'],
  ['/kk/account#password', '/account#password'],
  ['/ru', '/'],
])('%s is gone on to in the language of the page that leads there', (next, path) => {
  expect(parseNext(next)).toBe(path)
})

test.each(['/ru//elsewhere.example', '/kk/sign-out', '/ru/sign-in'])('%s leads nowhere else', (next) => {
  expect(parseNext(next)).toMatch(/^\/(desk|elsewhere\.example)$/)
})

test('the way back survives the detour to the sign-in page', () => {
  const href = buildSignInHref(new Request('http://localhost/desk/exampleland/register?q=a%26b&page=2'))
  const next = new URL(href, 'http://localhost').searchParams.get('next')
  expect(parseNext(next)).toBe('/desk/exampleland/register?q=a%26b&page=2')
  expect(buildSignInHref(new Request('http://localhost/ru/desk/exampleland'))).toBe(
    '/sign-in?next=%2Fdesk%2Fexampleland',
  )
})

test('a role that is not known has no permission', () => {
  expect(hasPermission({ role: 'owner' }, 'read.desk')).toBe(false)
  expect(hasPermission({ role: 'viewer' }, 'read.desk')).toBe(true)
})
