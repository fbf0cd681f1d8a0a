import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { formatDossier } from './make.ts'
import { referenceShape, type Shape } from './shape.ts'

const usage = `Writes a synthetic dossier file.
  node tooling/dataset/src/make-file.ts FILE [${Object.entries(referenceShape)
    .map(([name, value]) => `--${name} ${value}`)
    .join('] [')}]
`

const names = Object.keys(referenceShape) as (keyof Shape)[]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
})
const [file] = positionals
if (file === undefined || positionals.length > 1) {
  process.stderr.write(usage)
  process.exit(2)
}
const chosen = names.flatMap((name) =>
  values[name] === undefined ? [] : [[name, Number(values[name])] as const],
)
await pipeline(
  Readable.from(formatDossier({ ...referenceShape, ...Object.fromEntries(chosen) })),
  createWriteStream(file),
)
