import { evidenceItem } from '@waymark/assessment/evidence'
import { progressStep } from '@waymark/recommendation/recommendation'
import { id, key, locator, note, recommendationOf, source } from './shared-columns.ts'
import { buildShape, partOf, type SheetShape, whole } from './sheet-shape.ts'

/** What is asked, what was found of it, and who took it up or claims to have done it. */
export const recordShapes: readonly SheetShape[] = [
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
]
