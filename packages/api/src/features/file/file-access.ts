import type { Config } from '@waymark/config/config'
import { type FileStore, openFileStore } from '@waymark/files/file-store'
import { inspectFile } from '@waymark/files/inspect-file'
import type { Refusal } from '@waymark/kernel/refusal'
import type { Result } from '@waymark/kernel/result'

/** A page as its server gave it. */
export type CapturedPage = {
  readonly finalUrl: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** The addresses on the way, from the first to the last, as the fetching process tells them. */
  readonly chain: unknown
}

/**
 * What the product has to do with files: where their bytes are kept, and the child processes that look at what strangers
 * made and that reach out to the public internet.
 */
export type FileAccess = {
  readonly store: FileStore
  readonly inspect: typeof inspectFile
  readonly capture: (url: string) => Promise<Result<CapturedPage, Refusal>>
}

/** The files of the installation that a configuration describes. Opens nothing yet. */
export const openFileAccess = (config: Pick<Config, 'files' | 'dataDir'>): FileAccess => ({
  store: openFileStore(config.files, config.dataDir),
  inspect: inspectFile,
  capture: async (url) => (await import('@waymark/files/capture-url')).captureUrl(url),
})
