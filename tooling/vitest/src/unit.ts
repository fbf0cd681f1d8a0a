import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Preset for tests that touch nothing outside the process. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['**/*.db.test.ts', '**/node_modules/**'],
    setupFiles: [fileURLToPath(new URL('./fail-on-console.ts', import.meta.url))],
    pool: 'threads',
    // Room for property tests on a machine that runs other packages' tests beside them.
    testTimeout: 30_000,
    passWithNoTests: false,
  },
})
