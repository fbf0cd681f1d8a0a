import { resolve } from 'node:path'
import { key } from '@waymark/kernel/key'
import { CommandRefused, type Outcome, type Surroundings, WrongUsage } from '../command.ts'
import { getConfigOrRefuse, refuseMissing } from '../installation.ts'

/** `export --site DIR`: the public face of an edition as files. The pages are loaded only here; other commands start without them. */
export async function exportSiteFiles(
  given: {
    readonly site: string
    readonly dossier?: string
    readonly edition?: string
    readonly former?: string
  },
  { folder, note }: Surroundings,
): Promise<Outcome> {
  const dossier = key.safeParse(given.dossier)
  if (!dossier.success) throw new WrongUsage('“dossier” is missing or not known.')
  const config = getConfigOrRefuse()
  refuseMissing(config)
  const { exportSite, ReleaseRefused } = await import('@waymark/web/export-site')
  const dir = resolve(folder, given.site)
  const log = {
    info: (_: object, message: string) => note(message),
    error: (_: object, message: string) => note(message),
  }
  try {
    const { files, left, edition, purge } = await exportSite(
      config,
      {
        dossier: dossier.data,
        dir,
        ...(given.edition === undefined ? {} : { edition: given.edition }),
        ...(given.former === undefined ? {} : { former: resolve(folder, given.former) }),
      },
      log,
    )
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return {
      ok: true,
      json: { dossier: dossier.data, edition, dir, files: files.length, bytes, left, ...purge },
      text: `${dir}: edition ${edition}, ${files.length} files, ${bytes} bytes, listed in SHA256SUMS and signed.\n${left} addresses (other dates, filters, searches) need the site itself.${purge === null ? '' : `\n${purge.removed.length} files of the release before are gone and ${purge.changed.length} changed: see removed.txt.`}`,
    }
  } catch (error) {
    if (error instanceof ReleaseRefused) throw new CommandRefused(error.message)
    throw error
  }
}
