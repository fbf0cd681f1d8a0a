export { default } from '@waymark/vitest/unit'
