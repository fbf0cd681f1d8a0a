import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'

const column = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'partial-date', 'instant']),
  /** What numbers count in: things, whole months, or points of the index from 0 to 100. */
  unit: z.enum(['items', 'months', 'index']).nullable(),
  /** Every value that may occur; null where they are no list. */
  values: z.array(z.string()).nullable(),
  /** True where no row leaves it empty. */
  always: z.boolean(),
  description: z.string(),
})

/** What can be had as data, and what every column of it means. */
export const dataView = z.strictObject({
  frame,
  views: z.array(
    z.strictObject({
      name: z.string(),
      /** Below the dossier; a name after a colon stands for one object. */
      path: z.string(),
      title: z.string(),
      description: z.string(),
      formats: z.array(z.enum(['json', 'csv', 'xlsx'])),
      /** null where the view makes no table. */
      columns: z.array(column).nullable(),
    }),
  ),
  /** Concern areas, each of which has a feed of its own. */
  areas: z.array(z.strictObject({ key: z.string(), title: z.string() })),
})
export type OpenDataView = z.infer<typeof dataView>
