import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

// Run once after the build: a hashed file never changes, so it is compressed as well as can be, once.
const assets = join(import.meta.dirname, '../build/client/assets')
for (const name of readdirSync(assets).filter((file) => /\.(?:css|js|svg)$/.test(file))) {
  const bytes = readFileSync(join(assets, name))
  if (bytes.length < 1_024) continue
  writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes))
  writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
}
