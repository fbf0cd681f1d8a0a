import db from '@waymark/vitest/db'
import { mergeConfig } from 'vitest/config'

/** These files take the longest of all tests: while the others have ended, two of them run side by side. */
export default mergeConfig(db, { test: { maxWorkers: 2 } })
