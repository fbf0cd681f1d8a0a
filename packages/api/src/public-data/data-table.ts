import type { z } from 'zod'
import type { dataView } from '../features/data/data.view.ts'
import type { Rows } from './tables.ts'

export const dataHeaders = {
  columns: [
    'view',
    'path',
    'column',
    'position',
    'type',
    'unit',
    'values',
    'description',
    'asOf',
    'knownAt',
    'method',
  ],
} as const satisfies Record<string, readonly string[]>

/** One row a column of a table. */
export const listDataRows = ({ views, frame }: z.infer<typeof dataView>): Rows =>
  views.flatMap((view) =>
    (view.columns ?? []).map((column, i) => ({
      view: view.name,
      path: view.path,
      column: column.name,
      position: i + 1,
      type: column.type,
      unit: column.unit,
      values: column.values === null ? null : column.values.join(' | '),
      description: column.description,
      asOf: frame.cut.asOf,
      knownAt: frame.cut.knownAt,
      method: frame.cut.method,
    })),
  )
