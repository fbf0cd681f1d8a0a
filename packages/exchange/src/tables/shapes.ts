import { evidenceItem } from '@waymark/assessment/evidence'
import { caseStatus } from '@waymark/recommendation/case'
import { progressStep } from '@waymark/recommendation/recommendation'
import { z } from 'zod'
import { type TableName, tables } from '../dossier-file/schema.ts'

/** How a cell is read: `list` is several keys or references in one cell, `lineage` pairs of kind and reference. */
export type CellKind = 'text' | 'key' | 'date' | 'number' | 'boolean' | 'choice' | 'list' | 'lineage'

export type Column = {
  /** The field of the dossier file, or what only a sheet has: `id` and the key of the row that this one belongs to. */
  readonly field: string
  readonly head: string
  readonly about: string
  readonly kind: CellKind
  readonly choices: readonly string[]
  readonly required: boolean
}

export const sheetNames = [
  'recommendations',
  'steps',
  'assessments',
  'evidence',
  'uptake',
  'claims',
  'sources',
  'actors',
  'areas',
  'rounds',
  'commitments',
  'tracks',
  'milestones',
  'linkages',
  'cases',
  'statuses',
] as const
export type SheetName = (typeof sheetNames)[number]

/** One sheet of the register. `part`: its rows are parts of the rows of another table, which the column `of` names. */
export type SheetShape = {
  readonly name: SheetName
  readonly title: string
  readonly about: string
  readonly table: TableName
  readonly part: { readonly field: string; readonly of: string } | null
  readonly columns: readonly Column[]
}

type Told = readonly [field: string, head: string, about: string]

const source: Told = ['source', 'Source', 'Key of the source, as in the sheet Sources.']
const locator: Told = ['locator', 'Place in source', 'Where in the source: paragraph, page, sentence.']
const recommendationOf: Told = ['recommendation', 'Recommendation', 'Reference of the recommendation.']
const key: Told = ['key', 'Key', 'Lower-case letters, digits and hyphens; unique, and never changed.']
const note: Told = ['note', 'Note', 'A remark for readers.']
const id: Told = [
  'id',
  'Number on record',
  'Given by the record: leave it as it is; leave it empty in a new row.',
]

const dates = new Set(['date', 'issued', 'effective', 'planned', 'occurred', 'factDate'])
const longTexts = new Set(['text', 'title', 'summary', 'note', 'rationale', 'excerpt', 'name'])

function buildColumn(fields: Readonly<Record<string, z.ZodType>>, [field, head, about]: Told): Column {
  const told = { field, head, about, choices: [] as readonly string[] }
  if (field === 'id') return { ...told, kind: 'number', required: false }
  const given = fields[field]
  // The key of the row that a part belongs to.
  if (given === undefined) return { ...told, kind: 'key', required: true }
  const required = !given.safeParse(undefined).success
  let schema = given
  while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    schema = schema.unwrap() as z.ZodType
  if (field === 'lineage') return { ...told, kind: 'lineage', required }
  if (schema instanceof z.ZodEnum)
    return { ...told, kind: 'choice', required, choices: schema.options.map(String) }
  if (schema instanceof z.ZodArray) return { ...told, kind: 'list', required }
  if (schema instanceof z.ZodNumber) return { ...told, kind: 'number', required }
  if (schema instanceof z.ZodBoolean) return { ...told, kind: 'boolean', required }
  if (dates.has(field)) return { ...told, kind: 'date', required }
  return { ...told, kind: longTexts.has(field) ? 'text' : 'key', required }
}

const buildShape = (
  name: SheetName,
  title: string,
  about: string,
  [table, part, fields]: readonly [TableName, SheetShape['part'], Readonly<Record<string, z.ZodType>>],
  told: readonly Told[],
): SheetShape => ({
  name,
  title,
  about,
  table,
  part,
  columns: told.map((one) => buildColumn(fields, one)),
})

const whole = (table: TableName) => [table, null, tables[table].shape] as const
const partOf = (table: TableName, field: string, of: string, schema: z.ZodObject) =>
  [table, { field, of }, schema.shape] as const

/** The sheets of the register. Vocabularies, types and what is required come from the schemas of the dossier file. */
export const sheetShapes: readonly SheetShape[] = [
  buildShape(
    'recommendations',
    'Recommendations',
    'What is asked, of whom, by whom.',
    whole('recommendations'),
    [
      [
        'ref',
        'Reference',
        'Capital letters, digits and hyphens, like KZ-2013-04; unique, and never changed.',
      ],
      ['area', 'Area', 'Key of the area, as in the sheet Areas.'],
      ['title', 'Title', 'A short title.'],
      ['text', 'Text', 'The recommendation as it is worded.'],
      ['basis', 'Basis', 'explicit, or implied: read by the editors from a stated concern.'],
      ['wording', 'Wording', 'as-issued, or a paraphrase.'],
      source,
      locator,
      ['issued', 'Issued', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
      ['issuedBy', 'Issued by', 'Keys of actors, separated by semicolons.'],
      ['addressees', 'Addressees', 'Keys of actors, separated by semicolons.'],
      ['responsible', 'Responsible', 'Keys of actors, separated by semicolons.'],
      ['criterion', 'Criterion', 'What would have to be seen for it to be met.'],
      [
        'reviewEveryMonths',
        'Review every (months)',
        'After how many months a finding is out of date; 12 if empty.',
      ],
      ['lineage', 'Lineage', 'Like “continues KZ-2012-01; narrows KZ-2011-02”.'],
    ],
  ),
  buildShape(
    'steps',
    'Steps',
    'Checkable parts of a recommendation.',
    partOf('recommendations', 'steps', 'recommendation', progressStep),
    [recommendationOf, key, ['kind', 'Kind', 'What the step is about.'], ['text', 'Text', 'The step.']],
  ),
  buildShape(
    'assessments',
    'Assessments',
    'One row a published finding. New and changed rows wait for a reviewer. Evidence is in the sheet Evidence.',
    whole('assessments'),
    [
      [
        'key',
        'Key',
        'Tells the assessment from others, and is named in the sheet Evidence. Choose one for a new row.',
      ],
      recommendationOf,
      ['step', 'Step', 'Key of the progress step; empty for the whole recommendation.'],
      ['effective', 'Effective', 'The day that the finding speaks of: YYYY, YYYY-MM or YYYY-MM-DD.'],
      ['level', 'Level', 'Level of implementation; empty where there is a state.'],
      ['state', 'State', 'What stands in the place of a level.'],
      ['contrary', 'Contrary', 'true where measures go against the ask.'],
      ['rationale', 'Rationale', 'Why.'],
      ['confidence', 'Confidence', 'How sure the finding is.'],
    ],
  ),
  buildShape(
    'evidence',
    'Evidence',
    'What an assessment rests on: one row an item, in order.',
    partOf('assessments', 'evidence', 'assessment', evidenceItem),
    [
      ['assessment', 'Assessment', 'Key of the assessment, as in the sheet Assessments.'],
      source,
      locator,
      ['stance', 'Stance', 'Whether the item speaks for the finding or against it.'],
      ['kind', 'Kind', 'What the item is.'],
      ['origin', 'Origin', 'Who tells it.'],
      ['factDate', 'Date of the fact', 'When it happened: YYYY, YYYY-MM or YYYY-MM-DD.'],
      ['excerpt', 'Excerpt', 'The words of the source.'],
    ],
  ),
  buildShape('uptake', 'Uptake', 'By whom a recommendation was taken up.', whole('uptake'), [
    id,
    recommendationOf,
    ['kind', 'Kind', 'The stage of uptake.'],
    ['date', 'Date', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
    ['round', 'Round', 'Key of the round of dialogue.'],
    ['forum', 'Forum', 'Where it was said, if not in a round.'],
    source,
    locator,
    note,
  ]),
  buildShape('claims', 'Claims', 'What a party says of its own implementation.', whole('claims'), [
    id,
    recommendationOf,
    ['actor', 'Actor', 'Key of who says it.'],
    ['date', 'Date', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
    ['level', 'Level', 'The level that is claimed, if one is.'],
    ['text', 'Text', 'What is said.'],
    source,
    locator,
  ]),
  buildShape('sources', 'Sources', 'Documents and statements that the record rests on.', whole('sources'), [
    key,
    ['title', 'Title', 'The title of the document.'],
    ['publisher', 'Publisher', 'Who published it.'],
    ['kind', 'Kind', 'What kind of source it is.'],
    ['date', 'Date', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
    ['url', 'Address', 'Begins with https:// or http://.'],
    ['language', 'Language', 'A language code like en, ru, kk; und where it is not certain.'],
    ['file', 'File', 'Name of the stored copy.'],
  ]),
  buildShape('actors', 'Actors', 'Who asks, is asked, or speaks.', whole('actors'), [
    key,
    ['name', 'Name', 'The name.'],
    ['kind', 'Kind', 'What kind of actor it is.'],
  ]),
  buildShape('areas', 'Areas', 'The themes of the dossier.', whole('areas'), [
    key,
    ['title', 'Title', 'The title.'],
    ['summary', 'Summary', 'What belongs to it.'],
    ['order', 'Order', 'Place in the list: 0, 1, 2 …'],
  ]),
  buildShape('rounds', 'Rounds', 'Meetings of the human-rights dialogue.', whole('rounds'), [
    key,
    ['title', 'Title', 'The title.'],
    ['date', 'Date', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
    ['place', 'Place', 'Where it was held.'],
    source,
  ]),
  buildShape(
    'commitments',
    'Commitments',
    'EU statements that tie relations to reform.',
    whole('commitments'),
    [
      key,
      ['actor', 'Actor', 'Key of who says it.'],
      ['date', 'Date', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
      ['summary', 'Summary', 'What is said.'],
      source,
      locator,
    ],
  ),
  buildShape('tracks', 'Tracks', 'Lines of agreements.', whole('tracks'), [
    key,
    ['title', 'Title', 'The title.'],
  ]),
  buildShape('milestones', 'Milestones', 'Dated steps in the life of an agreement.', whole('milestones'), [
    key,
    ['track', 'Track', 'Key of the track.'],
    ['kind', 'Kind', 'What kind of step it is.'],
    ['title', 'Title', 'The title.'],
    ['planned', 'Planned', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
    ['occurred', 'Occurred', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
    source,
    locator,
  ]),
  buildShape('linkages', 'Linkages', 'Which milestone hangs on which recommendation.', whole('linkages'), [
    recommendationOf,
    ['milestone', 'Milestone', 'Key of the milestone.'],
    ['role', 'Role', 'Only required links are gates.'],
    ['required', 'Required level', 'The level that must be reached.'],
    ['commitments', 'Commitments', 'Keys of commitments, separated by semicolons.'],
    note,
  ]),
  buildShape(
    'cases',
    'Cases',
    'Persons, outlets and events at stake. They are changed on their own pages, not by a table.',
    whole('cases'),
    [
      key,
      ['kind', 'Kind', 'What kind of case it is.'],
      ['publicName', 'Public name', 'The name under which it is public.'],
      ['sensitivity', 'Sensitivity', 'Who may see it.'],
      ['consentBasis', 'Consent basis', 'On what ground the case is on record.'],
      ['summary', 'Summary', 'What happened.'],
      ['recommendations', 'Recommendations', 'References, separated by semicolons.'],
    ],
  ),
  buildShape(
    'statuses',
    'Case statuses',
    'What became of a case. They are changed on their own pages, not by a table.',
    partOf('cases', 'statuses', 'case', caseStatus),
    [
      ['case', 'Case', 'Key of the case.'],
      ['status', 'Status', 'The status.'],
      ['date', 'Date', 'YYYY, YYYY-MM or YYYY-MM-DD.'],
      source,
      note,
    ],
  ),
]

export const getShape = (name: SheetName): SheetShape =>
  sheetShapes.find((shape) => shape.name === name) as SheetShape

export const isSheetName = (name: string): name is SheetName => sheetNames.some((one) => one === name)
