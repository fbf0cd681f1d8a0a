import type { Told } from './sheet-shape.ts'

/** Columns that several sheets have. */

export const source: Told = ['source', 'Source', 'Key of the source, as in the sheet Sources.']
export const locator: Told = ['locator', 'Place in source', 'Where in the source: paragraph, page, sentence.']
export const recommendationOf: Told = ['recommendation', 'Recommendation', 'Reference of the recommendation.']
export const key: Told = ['key', 'Key', 'Lower-case letters, digits and hyphens; unique, and never changed.']
export const note: Told = ['note', 'Note', 'A remark for readers.']
export const id: Told = [
  'id',
  'Number on record',
  'Given by the record: leave it as it is; leave it empty in a new row.',
]
