import { readFile } from 'node:fs/promises'

/** What Node takes before a script has done anything, with the image library loaded, in MiB. */
const nodeItself = 128

/**
 * Watches what a process really holds, for buffers lie outside the heap that V8 limits. Calls `stop` once above the limit;
 * returns what ends the watch. Where there is no /proc, only V8's limit of the heap and the script's own limits on what
 * it inflates hold: run the server on Linux where strangers can send files.
 */
export function watchMemory(
  pid: number,
  memoryMb: number,
  stop: (failure: 'too-much-memory') => void,
): () => void {
  if (process.platform !== 'linux') return () => {}
  const limit = (memoryMb + nodeItself) * 1024
  let done = false
  const look = async () => {
    try {
      const resident = Number(
        /^VmRSS:\s*(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0,
      )
      if (!done && resident > limit) stop('too-much-memory')
    } catch {
      // The process has ended; its end is reported elsewhere.
    }
    if (!done) timer = setTimeout(look, 25)
  }
  let timer = setTimeout(look, 25)
  return () => {
    done = true
    clearTimeout(timer)
  }
}
