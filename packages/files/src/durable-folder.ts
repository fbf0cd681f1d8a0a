import { randomUUID } from 'node:crypto'
import { link, mkdir, open, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FSDriver } from 'flydrive/drivers/fs'

/**
 * The folder of the file store. A file appears under its name whole or not at all, and is on the disk before anybody
 * hears of it; a name that is taken stays as it is.
 */
export class DurableFolder extends FSDriver {
  readonly #folder: string
  constructor(folder: string) {
    super({ location: folder, visibility: 'private' })
    this.#folder = folder
  }

  override async put(name: string, contents: string | Uint8Array): Promise<void> {
    const place = join(this.#folder, name)
    const incoming = join(this.#folder, 'incoming', randomUUID())
    await mkdir(dirname(incoming), { recursive: true, mode: 0o700 })
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    const file = await open(incoming, 'wx', 0o600)
    try {
      await file.writeFile(contents)
      await file.sync()
    } finally {
      await file.close()
    }
    try {
      // A link fails where the name is taken; a rename would replace what is there.
      await link(incoming, place)
      await syncFolder(dirname(place))
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    } finally {
      await unlink(incoming)
    }
  }
}

/** Makes the name itself last through a power cut, where the system can do that. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  if (folder === null) return
  try {
    await folder.sync()
  } catch (cause) {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
  } finally {
    await folder.close()
  }
}
