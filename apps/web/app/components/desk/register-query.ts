import {
  type RecommendationListInput,
  recommendationListInput,
} from '@waymark/api/features/recommendation/recommendation.input'

/** The register's whole state, as its address holds it. */
export type RegisterQuery = RecommendationListInput

/** Columns that the register can be sorted by. */
export const sortColumns = ['ref', 'title', 'standing', 'effective', 'issued'] as const
export type SortColumn = (typeof sortColumns)[number]

const filters = ['q', 'area', 'side', 'standing', 'asOf', 'knownAt', 'method', 'sort'] as const

/** The state that an address asks for, or null where a value makes no sense. Empty fields of the filter form count as not given. */
export function parseRegisterQuery(dossier: string, params: URLSearchParams): RegisterQuery | null {
  const given = filters.flatMap((name) => {
    const value = params.get(name)?.trim()
    return value ? [[name, value]] : []
  })
  const page = params.get('page')
  const read = recommendationListInput.safeParse({
    ...Object.fromEntries(given),
    dossier,
    ...(page ? { page: Number(page) } : {}),
  })
  return read.success ? read.data : null
}

/** The address of the register in that state; the first page and the first order are not written. */
export function buildRegisterHref(
  query: RegisterQuery,
  change: Partial<Record<keyof RegisterQuery, string | number | undefined>> = {},
): string {
  const next = { ...query, page: undefined, ...change }
  const params = new URLSearchParams()
  for (const name of filters) {
    const value = next[name]
    if (value !== undefined && !(name === 'sort' && value === 'ref')) params.set(name, String(value))
  }
  if (next.page !== undefined && Number(next.page) > 1) params.set('page', String(next.page))
  const search = params.toString()
  return `/desk/${query.dossier}/register${search === '' ? '' : `?${search}`}`
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
