import type { Page } from 'playwright-core'
import { invented } from './assess.ts'
import { site } from './browser.ts'

/** Calls a procedure as the person signed in on the page. For what a test needs to be there, not for what it tests. */
export async function callProcedure<T>(page: Page, name: string, input: object): Promise<T> {
  const response = await page.request.post(`/trpc/${name}`, {
    data: input,
    headers: { origin: site.url, 'content-type': 'application/json' },
  })
  const body = (await response.json()) as { result?: { data: T } }
  if (body.result === undefined) throw new Error(`${name}: ${response.status()} ${JSON.stringify(body)}`)
  return body.result.data
}

export async function askProcedure<T>(page: Page, name: string, input: object): Promise<T> {
  const response = await page.request.get(
    `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
    {
      headers: { 'content-type': 'application/json' },
    },
  )
  const body = (await response.json()) as { result?: { data: T } }
  if (body.result === undefined) throw new Error(`${name}: ${response.status()} ${JSON.stringify(body)}`)
  return body.result.data
}

/** Submits an invented assessment. Returns its id. */
export async function createSubmission(
  page: Page,
  ref: string,
  more: object = {},
  dossier = 'kazakhstan',
): Promise<number> {
  const { version } = await askProcedure<{ version: number }>(page, 'assessment.form', { dossier, ref })
  const { id } = await callProcedure<{ id: number }>(page, 'assessment.submit', {
    dossier,
    ref,
    basedOn: version,
    effective: '2026-01-02',
    level: 'limited',
    rationale: invented,
    confidence: 'low',
    evidence: [
      {
        newSource: {
          title: 'Invented report',
          publisher: 'Invented publisher',
          kind: 'synthetic',
          date: '2026-01-02',
          language: 'en',
        },
        stance: 'supports',
        kind: 'ngo-monitoring',
        origin: 'independent-ngo',
      },
    ],
    ...more,
  })
  return id
}

/** Publishes a submission as the reviewer signed in on the page. */
export async function publish(page: Page, id: number, dossier = 'kazakhstan'): Promise<void> {
  const { version } = await askProcedure<{ version: number }>(page, 'assessment.review', { dossier, id })
  await callProcedure(page, 'assessment.publish', { dossier, id, basedOn: version })
}

/** Publishes an edition of the dossier as it was on a day, by the two people signed in. */
export async function publishEdition(
  analyst: Page,
  reviewer: Page,
  proposal: { readonly title: string; readonly asOf: string },
  dossier = 'kazakhstan',
): Promise<{ edition: number; id: string }> {
  const { edition } = await callProcedure<{ edition: number }>(analyst, 'edition.propose', {
    dossier,
    ...proposal,
  })
  const { id } = await callProcedure<{ id: string }>(reviewer, 'edition.publish', { dossier, edition })
  return { edition, id }
}
