import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Preset for packages whose tests need a database: one server a run, a copy of a template a file (@waymark/testdb). */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: [fileURLToPath(import.meta.resolve('@waymark/testdb/global-setup'))],
    setupFiles: [fileURLToPath(new URL('./fail-on-console.ts', import.meta.url))],
    pool: 'forks',
    // Far above what anything takes: a busy machine is no fault, and what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
})
