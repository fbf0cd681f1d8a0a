import type { ServerBuild } from '@remix-run/server-runtime'
import { expect, test } from 'vitest'
import { buildOneRoute, buildPublicPageFinder } from './narrow-routes.ts'

const route = (id: string, path: string | undefined, parentId = 'root') => ({
  id,
  path,
  parentId,
  module: {},
})
const routes = Object.fromEntries(
  [
    { id: 'root', path: '', module: {} },
    { ...route('routes/public/dossiers', undefined), index: true },
    route('routes/public/scorecard', ':dossier'),
    route('routes/public/recommendations', ':dossier/recommendations'),
    route('routes/public/recommendation', ':dossier/recommendations/:ref'),
    route('routes/public/about', 'about'),
    route('routes/desk/layout', 'desk'),
    { ...route('routes/desk/choose', undefined, 'routes/desk/layout'), index: true },
    route('routes/desk/record', ':dossier/recommendations/:ref', 'routes/desk/layout'),
    route('routes/desk/queue', ':dossier', 'routes/desk/layout'),
    route('routes/account/sign-in', 'sign-in'),
    route('routes/not-found', '*'),
  ].map((one) => [one.id, one]),
) as unknown as ServerBuild['routes']

test.each([
  ['/', 'routes/public/dossiers'],
  ['/kazakhstan', 'routes/public/scorecard'],
  ['/kazakhstan/', 'routes/public/scorecard'],
  ['/about', 'routes/public/about'],
  ['/kazakhstan/recommendations', 'routes/public/recommendations'],
  ['/kazakhstan/recommendations/KZ-2013-18', 'routes/public/recommendation'],
  ['/desk', null],
  ['/desk/kazakhstan', null],
  ['/desk/kazakhstan/recommendations/KZ-2013-18', null],
  ['/sign-in', null],
  ['/kazakhstan/nothing/of/the/kind', null],
])('%s is the page %s', (path, id) => {
  const find = buildPublicPageFinder({ routes })
  expect([find(path), find(path)]).toEqual([id, id])
})

test('of the other routes nothing is left beside the root', () => {
  const assets = { routes } as unknown as ServerBuild['assets']
  const one = buildOneRoute({ routes, assets } as ServerBuild, 'routes/public/scorecard')
  expect([Object.keys(one.routes), Object.keys(one.assets.routes)]).toEqual([
    ['root', 'routes/public/scorecard'],
    ['root', 'routes/public/scorecard'],
  ])
})
