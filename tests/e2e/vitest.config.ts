import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { PicturesFirst } from './src/file-order.ts'

/** One server, one browser, one file at a time: the files share the record, each on recommendations of its own. */
export default defineConfig({
  test: {
    include: ['test/**/*.e2e.ts'],
    globalSetup: ['src/global-setup.ts'],
    setupFiles: [
      fileURLToPath(import.meta.resolve('@waymark/vitest/fail-on-console')),
      'src/fail-on-complaint.ts',
    ],
    pool: 'forks',
    fileParallelism: false,
    isolate: false,
    sequence: { sequencer: PicturesFirst },
    // Of the tests that say so: as many as there are cores on a small machine.
    maxConcurrency: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
