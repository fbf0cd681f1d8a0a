import type { Config } from '@waymark/config/config'
import { captureUrl, checkLink } from '@waymark/files/capture-url'
import { type FileStore, openFileStore } from '@waymark/files/file-store'
import { inspectFile } from '@waymark/files/inspect-file'
import { inspectTemplate } from '@waymark/files/inspect-template'

/**
 * What the product has to do with files: where their bytes are kept, and the child processes that look at what strangers
 * made and that reach out to the public internet.
 */
export type FileAccess = {
  readonly store: FileStore
  readonly inspect: typeof inspectFile
  readonly readTemplate: typeof inspectTemplate
  readonly capture: typeof captureUrl
  readonly checkLink: typeof checkLink
}

/** The files of the installation that a configuration describes. Opens nothing yet. */
export const openFileAccess = (config: Pick<Config, 'files' | 'dataDir'>): FileAccess => ({
  store: openFileStore(config.files, config.dataDir),
  inspect: inspectFile,
  readTemplate: inspectTemplate,
  capture: captureUrl,
  checkLink,
})
