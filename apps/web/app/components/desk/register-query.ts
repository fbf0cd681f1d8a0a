import {
  type RegisterColumn,
  type RegisterListInput,
  registerColumn,
  registerListInput,
  registerSorts,
} from '@waymark/api/features/register/register.input'
import { reference } from '@waymark/kernel/key'

/** The register's whole state, as its address holds it. */
export type RegisterQuery = Omit<RegisterListInput, 'refs' | 'offset' | 'limit'> & {
  readonly page?: number
  /** Columns that the address asks for; left out: those that the person chose. */
  readonly cols?: readonly RegisterColumn[]
  /** References of the rows that are selected. */
  readonly sel?: readonly string[]
  /** The recommendation whose panel stands beside the grid. */
  readonly assess?: string
}

/** Columns that the register can be sorted by. */
export const sortColumns = registerSorts
export type SortColumn = (typeof sortColumns)[number]

/** Rows of a page. */
export const pageSize = 50
/** Most rows that can be selected at once. */
export const mostSelected = 200

/** The columns until a person chooses others. */
export const firstColumns: readonly RegisterColumn[] = [
  'standing',
  'effective',
  'evidence',
  'gates',
  'issued',
  'waiting',
]

const filters = ['q', 'area', 'side', 'standing', 'work', 'asOf', 'knownAt', 'method', 'sort'] as const
/** The fields of the filter form that keep what is there beside them. */
export const keptFields = ['asOf', 'knownAt', 'method'] as const

const parseList = (values: readonly string[]) =>
  values.flatMap((value) => value.split(',')).filter((one) => one !== '')

/** The state that an address asks for, or null where a value makes no sense. Empty fields of the filter form count as not given. */
export function parseRegisterQuery(dossier: string, params: URLSearchParams): RegisterQuery | null {
  const given = filters.flatMap((name) => {
    const value = params.get(name)?.trim()
    return value ? [[name, value]] : []
  })
  const read = registerListInput.safeParse({ ...Object.fromEntries(given), dossier })
  const page = Number(params.get('page') ?? 1)
  const cols = parseList(params.getAll('cols')).map((name) => registerColumn.safeParse(name).data)
  const sel = [...new Set(parseList(params.getAll('sel')))]
  const assess = params.get('assess')
  const isSound =
    Number.isInteger(page) && page >= 1 && page <= 10_000 && !cols.includes(undefined) && isReferences(sel)
  if (!read.success || !isSound || (assess && !isReferences([assess]))) return null
  const { offset: _, limit: __, ...query } = read.data
  return {
    ...query,
    ...(page === 1 ? {} : { page }),
    ...(cols.length === 0 ? {} : { cols: [...new Set(cols.flatMap((name) => name ?? []))] }),
    ...(sel.length === 0 ? {} : { sel: sel.slice(0, mostSelected) }),
    ...(assess ? { assess } : {}),
  }
}

const isReferences = (refs: readonly string[]) => refs.every((ref) => reference.safeParse(ref).success)

type Change = { readonly [K in keyof RegisterQuery]?: RegisterQuery[K] | undefined }

/** What stands after the question mark in that state; the first page and the first order are not written. */
export function formatRegisterQuery(query: RegisterQuery): string {
  const params = new URLSearchParams()
  for (const name of filters) {
    const value = query[name]
    if (value !== undefined && !(name === 'sort' && value === 'ref')) params.set(name, value)
  }
  // Commas stay as they are: an address is read by people.
  const lists = (['cols', 'sel'] as const).flatMap((name) =>
    query[name] === undefined || query[name].length === 0 ? [] : [`${name}=${query[name].join(',')}`],
  )
  const rest = [
    ...(query.page !== undefined && query.page > 1 ? [`page=${query.page}`] : []),
    ...(query.assess === undefined ? [] : [`assess=${query.assess}`]),
  ]
  return [params.toString(), ...lists, ...rest].filter((part) => part !== '').join('&')
}

/** The address of the register in that state. A change of anything but page, selection and panel leads to the first page. */
export function buildRegisterHref(query: RegisterQuery, change: Change = {}): string {
  const keepsPage = Object.keys(change).every((name) => ['sel', 'assess', 'cols'].includes(name))
  const next = { ...query, ...(keepsPage ? {} : { page: undefined }), ...change }
  const search = formatRegisterQuery(
    Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as RegisterQuery,
  )
  return `/desk/${query.dossier}/register${search === '' ? '' : `?${search}`}`
}

/** What the API is asked for in that state. */
export const buildListInput = ({
  page: _,
  cols: __,
  sel: ___,
  assess: ____,
  ...filter
}: RegisterQuery): RegisterListInput => filter

/** The part of the state that a saved view holds: what is shown, not what is selected in it. */
export const buildViewQuery = (query: RegisterQuery, columns: readonly RegisterColumn[]): string => {
  const { sel: _, page: __, assess: ___, ...view } = query
  return formatRegisterQuery({ ...view, cols: columns })
}

/** How a column is sorted now, in the words of `aria-sort`. */
export function getSortState(query: RegisterQuery, column: SortColumn): 'ascending' | 'descending' | 'none' {
  const sort = query.sort ?? 'ref'
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : 'none'
}

/** The address that sorts by a column: upwards first, and the other way when it is sorted so already. */
export const buildSortHref = (query: RegisterQuery, column: SortColumn): string =>
  buildRegisterHref(query, { sort: getSortState(query, column) === 'ascending' ? `-${column}` : column })

/** The pages to offer links to: the first and last, and those around the current one. */
export const listPages = (current: number, pages: number): number[] =>
  Array.from({ length: pages }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === pages || Math.abs(page - current) <= 2,
  )
