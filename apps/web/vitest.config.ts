import unit from '@waymark/vitest/unit'
import { mergeConfig } from 'vitest/config'

export default mergeConfig(unit, {
  test: {
    include: ['server/**/*.test.ts', 'app/**/*.test.{ts,tsx}'],
    setupFiles: ['app/components/desk/testing/keep-catalogues.ts'],
    // Pictures are painted in the colours of this sheet; others are of no use to a test.
    css: { include: [/tokens\.css/] },
  },
})
