import { readFile, stat } from 'node:fs/promises'
import { CommandRefused } from './command.ts'

/** The bytes of a file that was named at the command line. @throws CommandRefused when it cannot be read or is larger */
export async function readGivenFile(path: string, mostBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes) throw new CommandRefused(`${path} is larger than ${mostBytes} bytes.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof CommandRefused) throw error
    throw new CommandRefused(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
