import { sheetShapes } from '@waymark/exchange/tables/shapes'
import type { ShapeChoice } from '../../components/desk/exchange-mapping.tsx'

/** The tables that a sheet can be, as a form offers them. */
export const listShapes = (): ShapeChoice[] =>
  sheetShapes.map(({ name, title, columns }) => ({
    name,
    title,
    columns: columns.map(({ field, head }) => ({ field, head })),
  }))
