import type { Auth } from './auth.ts'
export const f = async (a: Auth) => { const x: number = await a.api.signInEmail({ body: { email: '', password: '' } }); const y: number = a.db; return [x, y] }
