import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const module = new URL('./stop-on-signal.ts', import.meta.url).href

/** A program whose end takes `ms`; gives its exit code after `signals` SIGTERMs and what it wrote. */
const stopProgram = async (ms: number, signals: number) => {
  const code = `
    import { stopOnSignal } from '${module}'
    const log = { info: (_, message) => console.log(message), error: () => {} }
    stopOnSignal(async () => {
      await new Promise((resolve) => setTimeout(resolve, ${ms}))
      console.log('closed')
    }, log)
    setInterval(() => {}, 1000)
    console.log('up')
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', code])
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
    const due = text.includes('up') ? 1 + Number(text.includes('stopping')) : 0
    if (due > 0 && due <= signals) child.kill('SIGTERM')
  })
  const [exit] = await once(child, 'close')
  return { exit, text }
}

test('the first signal lets the end happen in order and exits 0', async () => {
  expect(await stopProgram(100, 1)).toEqual({ exit: 0, text: 'up\nstopping\nclosed\n' })
})

test('a second signal ends at once', async () => {
  expect(await stopProgram(60_000, 2)).toEqual({ exit: 1, text: 'up\nstopping\n' })
})
