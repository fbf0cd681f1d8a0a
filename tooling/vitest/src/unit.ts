import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Preset for tests that touch nothing outside the process. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['**/*.db.test.ts', '**/node_modules/**'],
    setupFiles: [fileURLToPath(new URL('./fail-on-console.ts', import.meta.url))],
    pool: 'threads',
    // Far above what anything takes: a busy machine is no fault, and what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
})
