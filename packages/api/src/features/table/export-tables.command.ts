import type { Role } from '@waymark/access/role'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import { type DossierFile, tableNames } from '@waymark/exchange/dossier-file/schema'
import { formatDossierFile } from '@waymark/exchange/dossier-file/write'
import { formats } from '@waymark/exchange/formats/formats'
import type { Register } from '@waymark/exchange/tables/register'
import { buildRegisterBook, buildRegisterCsv } from '@waymark/exchange/tables/write-register'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { getRegister } from './get-register.ts'
import type { exportInput } from './table.input.ts'

export type Exported = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }

/** The file as an answer carries it. */
export const encodeFile = ({ name, mediaType, content }: Exported) => ({
  name,
  mediaType,
  base64: Buffer.from(content).toString('base64'),
})

/**
 * The register or one table of it, as far as the role may see it; what is taken out is in the audit trail. Refusals: `not-found`,
 * `invalid-input` (a CSV of no table).
 */
export function exportTables(
  app: Kysely<Database>,
  act: Act,
  role: Role,
  input: z.infer<typeof exportInput>,
): Promise<Result<Exported>> {
  return inTransaction<Exported, Refusal>(app, act, async (w) => {
    if (input.format === 'csv' && input.table === undefined)
      return refused({ code: 'invalid-input', path: 'table' })
    const found = await getRegister(w.trx, input.dossier, role)
    if (found === null) return refused({ code: 'not-found' })
    const content = build(found.register, input)
    const what = input.template ? 'template' : (input.table ?? 'register')
    const file: Exported = {
      name: [input.dossier, what, ...(input.template ? [] : [w.recordedAt.slice(0, 10)])]
        .join('-')
        .concat(`.${input.format}`),
      mediaType: formats[input.format].mediaType,
      content,
    }
    // An empty form says nothing of the record.
    if (input.template) return ok({ value: file, account: null })
    return ok({
      value: file,
      account: {
        action: 'table.export',
        subject: { kind: 'dossier', dossier: input.dossier, key: input.dossier },
        after: {
          table: input.table ?? null,
          format: input.format,
          fileSha256: sha256(content),
          fileBytes: content.byteLength,
        },
      },
    })
  })
}

function build(register: Register, { format, table, template }: z.infer<typeof exportInput>): Uint8Array {
  const shown = template ? null : register
  if (format === 'xlsx') return buildRegisterBook(shown, table === undefined ? undefined : [table])
  if (format === 'csv' && table !== undefined) return new TextEncoder().encode(buildRegisterCsv(shown, table))
  return new TextEncoder().encode(formatDossierFile(buildDossierFile(register)))
}

/** The register as a dossier file: what stands, without its history. Links that have ended are not in it. */
export const buildDossierFile = (register: Register): DossierFile =>
  ({
    format: 'waymark-dossier/1',
    dossier: register.dossier,
    ...Object.fromEntries(
      tableNames.map((table) => [
        table,
        register.tables[table].filter(({ closed }) => closed === undefined).map(({ row }) => row),
      ]),
    ),
  }) as DossierFile
