import { runCapped } from '../../src/run-capped.ts'

/** A server in small, to be killed by a test: starts what never ends by itself and says that it has begun. */
const started = runCapped({
  script: new URL('./misbehave.ts', import.meta.url),
  input: new Uint8Array(),
  options: { deed: process.argv[2] ?? 'wait' },
  limits: { memoryMb: 64, milliseconds: Number(process.argv[3] ?? 600_000), outputBytes: 1000 },
})
process.stdout.write('begun\n')
await started
