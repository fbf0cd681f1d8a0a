import type { Method } from '../method.ts'
import { m1 } from './m1.ts'
import { m2 } from './m2.ts'

/** Every method, by id. A new method is its file and one line here; a published one never changes. */
export const methods = { m1, m2 } as const satisfies Record<string, Method>
export type MethodId = keyof typeof methods

/** The method that figures are counted by where none is named. */
export const defaultMethod: MethodId = 'm1'

/** True for the id of a method that exists. */
export const isMethodId = (id: string): id is MethodId => Object.hasOwn(methods, id)

/** The method of an id, or null. */
export const getMethod = (id: string): Method | null => (isMethodId(id) ? methods[id] : null)
