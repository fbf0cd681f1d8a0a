import { createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importDossier } from '@waymark/api/features/dossier/import.command'
import { getDemoSecret } from '@waymark/config/secret'
import type { ObservedStatement, OpenDatabase } from '@waymark/db/open'
import { openRecord } from '@waymark/db/open-record'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { refreshStatistics } from '@waymark/db/refresh-statistics'
import { formatDossier } from './make.ts'
import type { Shape } from './shape.ts'

const mebibyte = 1024 * 1024

/** A data directory of its own, with the product's own embedded server in it. */
export type Scratch = {
  readonly dataDir: string
  readonly secret: string
  readonly record: OpenDatabase
  /** Stops the server; removes the directory unless it was given. */
  readonly close: () => Promise<void>
}

export async function openScratch(
  keep: string | undefined,
  observe?: (statement: ObservedStatement) => void,
): Promise<Scratch> {
  const dataDir = keep === undefined ? await mkdtemp(join(tmpdir(), 'waymark-bench-')) : resolve(keep)
  await mkdir(dataDir, { recursive: true })
  // A server that was started by root runs as another user, who must be able to pass.
  if (keep === undefined) await chmod(dataDir, 0o711)
  const remove = async () => {
    if (keep === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const secret = await getDemoSecret(dataDir)
    const record = await openRecord({
      database: { kind: 'embedded' },
      dataDir,
      secret,
      log: () => {},
      ...(observe && { observe }),
    })
    const close = async () => {
      await record.close()
      await remove()
    }
    return { dataDir, secret, record, close }
  } catch (error) {
    await remove()
    throw error
  }
}

export type ImportFigures = {
  readonly seconds: number
  readonly vacuumSeconds: number
  readonly fileMebibytes: number
  readonly rows: number
  readonly peakMebibytes: number
}

/** Brings the made dossier in as the command line does, unless it is there. Null when it was. */
export async function importShapeOnce(
  { record, dataDir }: Scratch,
  shape: Shape,
): Promise<ImportFigures | null> {
  if ((await getDossierHead(record.public, 'synthetic')) !== null) return null
  const file = join(dataDir, 'synthetic.json')
  await pipeline(Readable.from(formatDossier(shape)), createWriteStream(file))
  const start = performance.now()
  const result = await importDossier(
    record.app,
    { kind: 'operator', id: 'bench', name: 'Benchmark' },
    { bytes: await readFile(file), maxBytes: 256 * mebibyte },
  )
  if (!result.ok)
    throw new Error(
      `the made dossier was refused: ${result.error.errors[0]?.path} ${result.error.errors[0]?.message}`,
    )
  const imported = performance.now()
  await refreshStatistics(record.ownerUrl)
  const { size } = await stat(file)
  await rm(file)
  return {
    seconds: (imported - start) / 1000,
    vacuumSeconds: (performance.now() - imported) / 1000,
    fileMebibytes: size / mebibyte,
    rows: result.value.added,
    peakMebibytes: process.resourceUsage().maxRSS / 1024,
  }
}
