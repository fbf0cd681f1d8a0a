import type { AppLoadContext } from '@remix-run/server-runtime'
import { redirect } from '@remix-run/server-runtime'
import { may, type Permission } from '@waymark/access/permission'
import { role } from '@waymark/access/role'
import { parsePageAddress } from '../../../server/page-address.ts'

type Asked = { readonly request: Request; readonly context: AppLoadContext }

/** A person who has signed in, as every page of the desk knows them. */
export type SignedIn = NonNullable<AppLoadContext['actor']>

// The page that leads on adds its own language: the last choice counts.
const stripLanguage = (address: string): string => {
  const [pathname = '', ...rest] = address.split(/(?=[?#])/)
  return `${parsePageAddress(pathname).path}${rest.join('')}`
}

/** An address of this site to go on to, without its language, or the desk. Anything that could lead elsewhere is not taken. */
export function parseNext(next: string | null): string {
  if (next === null || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return '/desk'
  const path = stripLanguage(next)
  return path.startsWith('/sign-') ? '/desk' : path
}

/** Where to sign in before going on with this request; a form that was sent cannot be sent again, so it leads to its page. */
export function buildSignInHref(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `/sign-in?next=${encodeURIComponent(stripLanguage(`${pathname}${search}`))}`
}

/** Who asks. Nobody signed in: off to the sign-in page, with the way back. */
export function getSignedIn({ request, context }: Asked): SignedIn {
  if (context.actor === null) throw redirect(buildSignInHref(request))
  return context.actor
}

/** Who asks, when their role has the permission; else the plain page that says so (403). */
export function getPermitted(asked: Asked, permission: Permission): SignedIn {
  const actor = getSignedIn(asked)
  if (!hasPermission(actor, permission)) throw new Response(null, { status: 403 })
  return actor
}

/** True when the person's role has the permission. */
export const hasPermission = (actor: { readonly role: string }, permission: Permission): boolean => {
  const known = role.safeParse(actor.role)
  return known.success && may(known.data, permission)
}
