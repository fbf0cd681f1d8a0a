import preset from '@waymark/vitest/db'
import { mergeConfig } from 'vitest/config'

// One file at a time: these tests start and kill real servers, and measure how long that takes.
export default mergeConfig(preset, { test: { fileParallelism: false } })
