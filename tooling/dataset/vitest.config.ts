export { default } from '@waymark/vitest/db'
