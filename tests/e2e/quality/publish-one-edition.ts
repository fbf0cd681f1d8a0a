import { type APIRequestContext, request } from 'playwright-core'
import type { Role, Site } from '../src/site.ts'

const dossier = 'kazakhstan'

async function signIn(site: Site, role: Role): Promise<APIRequestContext> {
  const origin = site.url
  const person = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
  const response = await person.post('/sign-in', { form: site.accounts[role], maxRedirects: 0 })
  if (response.status() !== 302)
    throw new Error(`the ${role} was answered ${response.status()} at the sign-in`)
  return person
}

async function call<T>(person: APIRequestContext, procedure: string, data: object): Promise<T> {
  const response = await person.post(`/trpc/${procedure}`, { data })
  const body = (await response.json()) as { result?: { data: T } }
  if (body.result === undefined)
    throw new Error(`${procedure}: ${response.status()} ${JSON.stringify(body).slice(0, 500)}`)
  return body.result.data
}

/** Publishes an invented edition by two people, as it has to be. Gives the path of its page. */
export async function publishOneEdition(site: Site): Promise<string> {
  const analyst = await signIn(site, 'analyst')
  const reviewer = await signIn(site, 'reviewer')
  try {
    const { edition } = await call<{ edition: number }>(analyst, 'edition.propose', {
      dossier,
      title: 'Invented edition',
      asOf: '2013-11-27',
    })
    const { id } = await call<{ id: string }>(reviewer, 'edition.publish', { dossier, edition })
    return `/${dossier}/editions/${id}`
  } finally {
    await Promise.all([analyst.dispose(), reviewer.dispose()])
  }
}
