import { parsePageAddress } from './page-address.ts'

/** Where people work and how they get in. A test holds the list to the routes. */
const privatePath = /^\/(account|desk|meetings|sign-in|sign-out)(?:[/.]|$)/

/** True for the pages of people who sign in, in whatever language. */
export const isPrivatePath = (pathname: string): boolean => privatePath.test(parsePageAddress(pathname).path)
