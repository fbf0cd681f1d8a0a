import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exportTables } from '@waymark/api/features/table/export-tables.command'
import { exportInput } from '@waymark/api/features/table/table.input'
import { buildCommand, CommandRefused, WrongUsage } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

export const exportCommand = buildCommand({
  name: 'export',
  usage: '--dossier KEY --format json|csv|xlsx --out FILE [--table TABLE]',
  summary: 'Writes the register of a dossier, or one table of it, to a file',
  details: `
  --dossier KEY   the dossier
  --format        json: a dossier file; xlsx: a workbook; csv: one table
  --out FILE      where to; a file that is there is not written over
  --table TABLE   one table, such as “sources”; needed for csv

What is exported is what stands now, and imports back to nothing changed. The audit trail says that it was taken out.
`,
  options: {
    dossier: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    table: { type: 'string' },
  },
  operands: [0, 0],
  run: async ({ values }, surroundings) => {
    const input = exportInput.safeParse({
      dossier: values.dossier,
      format: values.format,
      ...(values.table === undefined ? {} : { table: values.table }),
    })
    if (!input.success)
      throw new WrongUsage(`“${input.error.issues[0]?.path.join('.') ?? ''}” is missing or not known.`)
    if (values.out === undefined) throw new WrongUsage('--out FILE is missing.')
    if (input.data.format === 'csv' && input.data.table === undefined)
      throw new WrongUsage('A CSV holds one table: name it with --table.')
    const out = resolve(surroundings.folder, values.out)
    const exported = await withInstallation(surroundings, { make: false }, ({ app }) =>
      exportTables(app, operator, 'administrator', input.data),
    )
    if (!exported.ok) throw new CommandRefused(`There is no dossier “${input.data.dossier}”.`)
    const { content } = exported.value
    try {
      await writeFile(out, content, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      throw new CommandRefused(`${out} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
    }
    return {
      ok: true,
      json: { dossier: input.data.dossier, file: out, bytes: content.byteLength },
      text: `${out}: ${content.byteLength} bytes.`,
    }
  },
})
