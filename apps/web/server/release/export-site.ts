import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TRPCError } from '@trpc/server'
import { getPublicEdition, listPublicEditions } from '@waymark/api/features/edition/get-edition.query'
import { type Installation, openInstallation } from '@waymark/api/installation'
import { RefusalError } from '@waymark/api/refusal-error'
import type { Log } from '@waymark/api-host/api-application'
import { buildReading } from '@waymark/api-host/build-reading'
import type { Config } from '@waymark/config/config'
import { buildNote } from '@waymark/ledger/signed-note'
import { composeServer } from '../compose.ts'
import { getBuiltPages } from '../page-source.ts'
import { buildPages } from '../pages.ts'
import { formatPurge, listPurge, type Purge, readFormerRelease } from './former-release.ts'
import { formatReleaseReadme } from './release-readme.ts'
import { type Release, writeRelease } from './write-release.ts'

/** Why there is no release. `message` is a sentence that says what to do. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused'
}

/** `purge`: what differs from the release before, where one was named. */
export type ExportedSite = Release & { readonly edition: string; readonly purge: Purge | null }

/** Path prefixes of the languages of public pages. */
const languages = ['', '/ru', '/kk'] as const

/**
 * Writes the public face of a published edition as a folder of files, with their hashes, signed, and the checkpoint of the
 * log that the edition carries. Reads as anybody does, through the public role.
 *
 * @param asked `edition`: left out, the one published last; `former`: folder of the release before, to tell mirrors what to delete
 * @throws ReleaseRefused when there is no such edition, the folder is not empty, or there is no key to sign with
 */
export async function exportSite(
  config: Config,
  asked: {
    readonly dossier: string
    readonly edition?: string
    readonly dir: string
    readonly former?: string
  },
  log: Log,
): Promise<ExportedSite> {
  const source = await getBuiltPages()
  const installation = await openInstallation(config, (message) => log.info({}, message))
  try {
    const { key } = installation.editions
    if (key === null)
      throw new ReleaseRefused('There is no key to sign with: set WAYMARK_SIGNING_KEY_FILE and try again.')
    const former = asked.former === undefined ? null : await readFormer(asked.former)
    await makeEmpty(asked.dir)
    const edition = await findEdition(installation, asked)
    const { asOf, knownAt, method } = edition
    const application = { ...buildReading(installation, log), routes: [], close: async () => {} }
    const app = composeServer({
      application,
      pages: buildPages({ application, build: source.build, mode: 'production', log }),
      own: 'host',
      https: installation.baseUrl.startsWith('https:'),
      log,
      clientDir: source.clientDir,
    })
    const release = await writeRelease(
      { answer: (request) => app.fetch(request), origin: installation.baseUrl, languages },
      { dossier: asked.dossier, asOf, knownAt, method },
      asked.dir,
    )
    const sums = release.files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
    await writeFile(join(asked.dir, 'SHA256SUMS'), sums)
    await writeFile(join(asked.dir, 'SHA256SUMS.signed'), buildNote(sums, key))
    await writeFile(join(asked.dir, 'checkpoint'), edition.checkpoint)
    await writeFile(
      join(asked.dir, 'README.txt'),
      formatReleaseReadme({
        ...edition,
        dossier: asked.dossier,
        origin: installation.baseUrl,
        key: key.verifier,
      }),
    )
    const purge = former === null ? null : listPurge(former, release.files)
    if (purge !== null) await writeFile(join(asked.dir, 'removed.txt'), formatPurge(purge))
    return { ...release, edition: edition.id, purge }
  } finally {
    await installation.close()
    await source.close()
  }
}

const readFormer = (dir: string) =>
  readFormerRelease(dir).catch((error: NodeJS.ErrnoException) => {
    throw new ReleaseRefused(
      `${dir} holds no release: its SHA256SUMS cannot be read (${error.code}). Nothing was written.`,
    )
  })

async function makeEmpty(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  if ((await readdir(dir)).length > 0)
    throw new ReleaseRefused(`${dir} is not empty: name a folder that is not there yet. Nothing was written.`)
}

async function findEdition(
  { record, auth, files, editions, meetings }: Installation,
  { dossier, edition }: { readonly dossier: string; readonly edition?: string },
) {
  const now = () => new Date().toISOString()
  const nobody = { record, auth, files, editions, meetings, actor: null, now, language: 'en' as const }
  try {
    if (edition !== undefined) return (await getPublicEdition(nobody, { dossier, id: edition })).edition
    const [last] = (await listPublicEditions(nobody, { dossier })).editions
    if (last === undefined)
      throw new ReleaseRefused(
        `No edition of “${dossier}” is published yet. Prepare one with “edition publish”; a second person publishes it at the desk.`,
      )
    return last
  } catch (error) {
    const isRefused =
      error instanceof RefusalError || (error instanceof TRPCError && error.cause instanceof RefusalError)
    if (!isRefused) throw error
    throw new ReleaseRefused(
      `There is no dossier “${dossier}”${edition === undefined ? '' : ` with a published edition “${edition}”`}.`,
    )
  }
}
