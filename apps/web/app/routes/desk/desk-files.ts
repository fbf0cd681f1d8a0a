import type { DeskFiles } from '@waymark/api/features/file/desk-files'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Files of evidence, on behalf of whoever asks. */
    readonly files: DeskFiles
  }
}
