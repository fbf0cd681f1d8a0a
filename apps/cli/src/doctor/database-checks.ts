import { getInspection, type Inspection } from '@waymark/db/queries/inspection.query'

/** `warning`: look at it, but the record is safe. */
export type Check = {
  readonly name: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly detail: string
}

export async function listDatabaseChecks(
  ownerUrl: string,
  { isEmbedded }: { readonly isEmbedded: boolean },
): Promise<Check[]> {
  const inspection = await getInspection(ownerUrl)
  return [
    { name: 'database server', state: 'ok', detail: `PostgreSQL ${inspection.version}` },
    buildDurabilityCheck(inspection),
    buildChecksumsCheck(inspection, isEmbedded),
    buildMigrationsCheck(inspection),
    buildRightsCheck(inspection),
    buildHeadCheck(inspection),
  ]
}

function buildDurabilityCheck({ settings }: Inspection): Check {
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter(
    (name) => settings[name] === 'off',
  )
  if (off.length === 0)
    return {
      name: 'durability',
      state: 'ok',
      detail: 'fsync, full_page_writes and synchronous_commit are on',
    }
  const detail = `${off.join(', ')} off: a power cut could lose what was acknowledged. Set to on and reload the server.`
  return { name: 'durability', state: 'fault', detail }
}

function buildChecksumsCheck({ settings }: Inspection, isEmbedded: boolean): Check {
  if (settings.data_checksums === 'on')
    return { name: 'checksums', state: 'ok', detail: 'data_checksums are on' }
  const detail =
    'data_checksums are off: damage on the disk may go unnoticed. Stop the server and run pg_checksums --enable.'
  return { name: 'checksums', state: isEmbedded ? 'fault' : 'warning', detail }
}

function buildMigrationsCheck({ migrations: { applied, missing, unknown } }: Inspection): Check {
  if (unknown.length > 0) {
    const detail = `the database is of a newer version (${unknown.join(', ')}). Use the newer Waymark.`
    return { name: 'migrations', state: 'fault', detail }
  }
  if (missing.length > 0) {
    const detail = `${missing.join(', ')} not applied yet; the next start does it.`
    return { name: 'migrations', state: 'warning', detail }
  }
  return { name: 'migrations', state: 'ok', detail: `up to date (${applied.at(-1)})` }
}

function buildRightsCheck({ excessRights }: Inspection): Check {
  if (excessRights.length === 0) {
    const detail =
      'the application cannot change or remove what was recorded, the public role sees the public record only'
    return { name: 'rights', state: 'ok', detail }
  }
  return { name: 'rights', state: 'fault', detail: `${excessRights.join(' ')} Revoke it.` }
}

const buildHeadCheck = ({ head }: Inspection): Check => ({
  name: 'audit chain',
  state: 'ok',
  detail: head ? `head ${head.seq} ${head.hash}` : 'empty',
})
