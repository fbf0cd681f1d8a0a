import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { getEditionFile, listPublicEditions } from '@waymark/api/features/edition/get-edition.query'
import { exportTables } from '@waymark/api/features/table/export-tables.command'
import { exportInput } from '@waymark/api/features/table/table.input'
import { key } from '@waymark/kernel/key'
import { acceptCall } from '../accept-call.ts'
import { buildCommand, CommandRefused, type Surroundings, WrongUsage } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'
import { exportSiteFiles } from './export-site.ts'

export const exportCommand = buildCommand({
  name: 'export',
  usage:
    '--dossier KEY (--format json|csv|xlsx|zip --out FILE [--table TABLE] | --site DIR [--former DIR]) [--edition ID]',
  summary:
    'Writes the register of a dossier, one table of it, or a published edition to a file or as a whole site',
  details: `
  --dossier KEY   the dossier
  --format        json: a dossier file; xlsx: a workbook; csv: one table; zip: an edition, signed, as readers have it
  --out FILE      where to; a file that is there is not written over
  --table TABLE   one table, such as “sources”; needed for csv
  --site DIR      an edition's whole public face as files, into a folder that is empty or not there yet: any web server
                  can serve it. It holds the hash of every file, signed, and the checkpoint of the audit log
  --former DIR    folder of the site written before: removed.txt then lists what mirrors have to delete and purge
  --edition ID    address of the edition, such as 2013-11-27-abcdef; left out: the last one published

Of json, csv and xlsx what is exported is what stands now, and imports back to nothing changed. The audit trail says that it was taken out.
`,
  options: {
    dossier: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    table: { type: 'string' },
    edition: { type: 'string' },
    site: { type: 'string' },
    former: { type: 'string' },
  },
  operands: [0, 0],
  run: async ({ values }, surroundings) => {
    if (values.site !== undefined) {
      if (values.format !== undefined || values.out !== undefined || values.table !== undefined)
        throw new WrongUsage('--site stands without --format, --out and --table.')
      return exportSiteFiles({ ...values, site: values.site }, surroundings)
    }
    if (values.former !== undefined) throw new WrongUsage('--former belongs to --site.')
    if (values.format === 'zip') return exportEdition(values, surroundings)
    if (values.edition !== undefined) throw new WrongUsage('--edition belongs to --format zip or --site.')
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
    return writeOut(input.data.dossier, out, exported.value.content)
  },
})

async function writeOut(dossier: string, out: string, content: Uint8Array) {
  try {
    await writeFile(out, content, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    throw new CommandRefused(`${out} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  return {
    ok: true,
    json: { dossier, file: out, bytes: content.byteLength },
    text: `${out}: ${content.byteLength} bytes.`,
  }
}

type Asked = {
  readonly dossier?: string
  readonly out?: string
  readonly table?: string
  readonly edition?: string
}

/** A published edition as readers have it. Nothing is taken out that they cannot see, so the audit trail says nothing of it. */
async function exportEdition(asked: Asked, surroundings: Surroundings) {
  const dossier = key.safeParse(asked.dossier)
  if (!dossier.success) throw new WrongUsage('“dossier” is missing or not known.')
  if (asked.out === undefined) throw new WrongUsage('--out FILE is missing.')
  if (asked.table !== undefined) throw new WrongUsage('An edition holds every table: leave --table out.')
  const out = resolve(surroundings.folder, asked.out)
  const zip = await withInstallation(surroundings, { make: false }, ({ context }) =>
    acceptCall(async () => {
      const { editions } = await listPublicEditions(context, { dossier: dossier.data })
      const id = asked.edition ?? editions[0]?.id
      return id === undefined ? null : getEditionFile(context, { dossier: dossier.data, id }, null)
    }),
  )
  if (zip === null)
    throw new CommandRefused(
      asked.edition === undefined
        ? `No edition of “${dossier.data}” is published yet. Prepare one with waymark edition publish.`
        : `There is no edition “${asked.edition}” of “${dossier.data}”.`,
    )
  return writeOut(dossier.data, out, zip)
}
