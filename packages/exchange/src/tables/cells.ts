import type { Column } from './sheet-shape.ts'

/** What a cell of a sheet holds. Text is never trimmed by the reader; null is an empty cell. */
export type Cell = string | number | boolean | null

type Field = unknown

/** A field of a row as its cell. Null where there is nothing, and where what is there is the default. */
export function formatField(column: Column, value: Field): Cell {
  if (value === undefined || value === null) return null
  switch (column.kind) {
    case 'list':
      return (value as readonly string[]).join('; ') || null
    case 'lineage':
      return (
        (value as readonly { kind: string; ref: string }[])
          .map(({ kind, ref }) => `${kind} ${ref}`)
          .join('; ') || null
      )
    case 'boolean':
      return value === true ? true : null
    case 'number':
      return typeof value === 'number' ? value : String(value)
    default:
      return String(value)
  }
}

const truths = new Map<string, boolean>([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['да', true],
  ['иә', true],
  ['false', false],
  ['no', false],
  ['0', false],
  ['нет', false],
  ['жоқ', false],
])

/** A cell as the field that the dossier file has; undefined for an empty one. What does not fit is left for the schema to refuse. */
export function parseCell(column: Column, cell: Cell): unknown {
  if (cell === null) return undefined
  const text = typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : String(cell)
  const bare = text.trim()
  if (bare === '') return undefined
  switch (column.kind) {
    case 'number':
      return typeof cell === 'number' ? cell : /^-?\d{1,15}(?:\.0+)?$/.test(bare) ? Number(bare) : bare
    case 'boolean':
      return typeof cell === 'boolean' ? cell : (truths.get(bare.toLowerCase()) ?? bare)
    case 'choice':
      return bare.toLowerCase()
    case 'list':
      return splitList(bare)
    case 'lineage':
      return splitList(bare).map((one) => {
        const [kind = '', ...ref] = one.split(/\s+/)
        return { kind: kind.toLowerCase(), ref: ref.join(' ') }
      })
    case 'text':
      return text
    default:
      return bare
  }
}

const splitList = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The same for two cells that mean the same, however a spreadsheet wrote them. */
export function formatCellForComparison(column: Column, cell: Cell): string {
  const value = parseCell(column, cell)
  if (value === undefined || value === false) return ''
  if (column.field === 'reviewEveryMonths' && value === 12) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
