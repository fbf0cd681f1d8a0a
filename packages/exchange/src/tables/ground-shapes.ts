import { caseStatus } from '@waymark/recommendation/case'
import { key, locator, note, recommendationOf, source } from './shared-columns.ts'
import { buildShape, partOf, type SheetShape, whole } from './sheet-shape.ts'

/** What the record refers to: sources, actors, rounds, agreements and cases. */
export const groundShapes: readonly SheetShape[] = [
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
