import { buildDeskFiles } from '@waymark/api/features/file/desk-files'
import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import { type Actor, anActor, buildContext, inventedPage, type TestRecord } from './open-test-record.ts'

const dossier = 'invented'
export const anItem = {
  dossier,
  source: 'briefing',
  locator: 'page 4',
  kind: 'ngo-monitoring',
  origin: 'independent-ngo',
  factDate: '2012-05',
  language: 'en',
  excerpt: 'Invented words of a report.',
} as const

/** A small web page of our own, as somebody saved it. */
export const aPage = (words: string): Uint8Array =>
  new TextEncoder().encode(`<!doctype html><html lang="en"><title>Invented</title><p>${words}</p></html>`)

/** Files as the pages of the desk take them in and give them out. */
export const filesAs = (record: TestRecord, actor: Actor | null = anActor('analyst')) =>
  buildDeskFiles(buildContext(record, actor))

/** Uploads a page that holds some words; gives the id of its file. */
export async function uploadPage(record: TestRecord, words: string, name = 'invented.html'): Promise<number> {
  const kept = await filesAs(record).upload({ dossier, bytes: aPage(words), name })
  if (!kept.ok) throw new Error(kept.error.code)
  return kept.value.id
}

/** Every changing procedure of files and items once, in an order in which each is accepted. */
export function listEvidenceCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  let item = { id: 0, version: 0 }
  let file = 0
  return [
    [
      'file.capture',
      'analyst',
      async () => {
        file = (await analyst.file.capture({ dossier, url: inventedPage.url })).id
      },
    ],
    [
      'evidence-item.record',
      'analyst',
      async () => {
        item = await analyst.evidenceItem.record({ ...anItem, file })
      },
    ],
    [
      'evidence-item.correct',
      'analyst',
      () =>
        analyst.evidenceItem.correct({
          ...anItem,
          id: item.id,
          basedOn: item.version,
          excerpt: 'Invented: other words.',
          reason: 'Invented reason.',
        }),
    ],
  ]
}
