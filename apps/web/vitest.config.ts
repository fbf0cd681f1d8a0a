import unit from '@waymark/vitest/unit'
import { mergeConfig } from 'vitest/config'

export default mergeConfig(unit, {
  test: {
    include: ['server/**/*.test.ts', 'app/**/*.test.{ts,tsx}'],
    setupFiles: ['app/components/desk/testing/keep-catalogues.ts'],
  },
})
