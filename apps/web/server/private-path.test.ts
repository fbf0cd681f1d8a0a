import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import { deskRoutes } from '../app/desk.routes.ts'
import { publicRoutes } from '../app/routes/public.routes.ts'
import { isPrivatePath } from './private-path.ts'

const listPaths = (routes: readonly RouteConfigEntry[]) => routes.map(({ path = '' }) => `/${path}`)

test('every page of the desk and of an account is private in each language, with its data', () => {
  for (const path of listPaths(deskRoutes)) {
    for (const address of [path, `/ru${path}`, `/kk${path}/x`, `/en${path}`, `/ru${path}.data`])
      expect(isPrivatePath(address), address).toBe(true)
  }
})

test('no public page is', () => {
  for (const path of [...listPaths(publicRoutes), '/deskside', '/ru/accounts', '/ru', '/__manifest'])
    expect(isPrivatePath(path), path).toBe(false)
})
