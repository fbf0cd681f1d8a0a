/**
 * The tables of an edition in the format `waymark-edition/1`, each column with what it means. They are frozen with the format:
 * what is published must be built again from history, byte for byte, by every later version. To say more, make a new format.
 */

type Column = { readonly name: string; readonly meaning: string }
type Table = { readonly title: string; readonly about: string; readonly columns: readonly Column[] }

const list = (...columns: readonly (readonly [string, string])[]): Column[] =>
  columns.map(([name, meaning]) => ({ name, meaning }))

const cited = [
  ['source', 'Key of the source (table sources).'],
  ['locator', 'Where in the source: a page, a paragraph.'],
] as const
const recommendation = ['recommendation', 'Reference of the recommendation (table recommendations).'] as const
const date = (of: string) => `${of}, as far as it is known: year, year and month, or day.`

export const editionTables = {
  scorecard: {
    title: 'Scorecard',
    about: 'Findings counted by concern area, over all, and of what was asked of the EU itself.',
    columns: list(
      [
        'scope',
        'area; overall (by the method’s rule); pooled (mean over recommendations); eu-side (what was asked of the EU).',
      ],
      ['key', 'Key of the area, or of the dossier.'],
      ['title', 'What the row is called.'],
      ['none', 'Recommendations with the finding: not implemented.'],
      ['limited', 'With limited progress.'],
      ['some', 'With some progress.'],
      ['substantial', 'With substantial progress.'],
      ['full', 'Fully implemented.'],
      ['contrary', 'With a contrary development; counted under no level.'],
      ['unknown', 'Not assessed, without information, or with a finding that is out of date.'],
      ['notApplicable', 'Not applicable or withdrawn; outside of every other count.'],
      ['assessed', 'With a finding that is in force and not out of date.'],
      ['applicable', 'All that are counted.'],
      [
        'indexLow',
        'Index from 0 to 100 if every unknown were worth the least; empty where nothing is applicable.',
      ],
      ['indexHigh', 'Index from 0 to 100 if every unknown were worth the most.'],
    ),
  },
  recommendations: {
    title: 'Recommendations',
    about: 'Every recommendation that existed on the day, with its standing and its furthest uptake.',
    columns: list(
      ['ref', 'Reference, unique in the dossier.'],
      ['title', 'Short title.'],
      ['text', 'The wording.'],
      ['area', 'Key of the concern area.'],
      ['areaTitle', 'The concern area.'],
      ['side', 'partner, eu or other: whose authorities are addressed.'],
      ['basis', 'explicit, or implied (an editor’s reading of a stated concern).'],
      ['wording', 'as-issued or paraphrase.'],
      ['issued', date('When it was issued')],
      ['issuedBy', 'Keys of who issued it (table actors), with spaces between.'],
      ['addressees', 'Keys of whom it is addressed to.'],
      ['responsible', 'Keys of who is responsible.'],
      ...cited,
      ['criterion', 'What would count as implemented.'],
      [
        'reviewMonths',
        'Months after which a finding on it is out of date, unless the method has a rule of its own.',
      ],
      ['lineage', 'Earlier recommendations that it continues, narrows, merges or replaces.'],
      ['left', 'Day on which a later recommendation took its place; from then on it is counted nowhere.'],
      ['standing', 'A level, contrary, or why it is unknown or outside.'],
      ['level', 'Level of the finding in force, also when that is out of date.'],
      ['state', 'State of the finding in force, where it has no level.'],
      ['contrary', 'Whether the finding in force is of a contrary development.'],
      ['effective', date('From when on the finding in force holds')],
      ['uptake', 'Furthest stage to which the EU took it up. A second axis, in no figure.'],
      ['uptakeDate', date('When that stage was first reached')],
    ),
  },
  findings: {
    title: 'Findings',
    about:
      'Every finding published by the record cut-off and effective by the day, corrected and withdrawn ones too.',
    columns: list(
      ['finding', 'Number of the finding in this edition.'],
      recommendation,
      ['step', 'Key of the progress step that it is about; empty where it is about the whole.'],
      ['effective', date('From when on it holds')],
      ['level', 'none, limited, some, substantial or full.'],
      ['state', 'not-assessed, no-information, not-applicable or withdrawn, where it has no level.'],
      ['contrary', 'Whether the development is contrary to the recommendation.'],
      ['confidence', 'high, medium or low.'],
      ['rationale', 'Why.'],
      ['recordedAt', 'When it was recorded, UTC.'],
      ['fate', 'stands, corrected (by a later one) or withdrawn.'],
      ['correctionReason', 'Why it corrects an earlier one, where it does.'],
    ),
  },
  evidence: {
    title: 'Evidence',
    about: 'What each finding rests on.',
    columns: list(
      ['finding', 'Number of the finding.'],
      recommendation,
      ['position', 'Order within the finding.'],
      ...cited,
      ['stance', 'supports, contradicts or context.'],
      ['kind', 'What kind of evidence it is.'],
      ['origin', 'Whose it is.'],
      ['factDate', date('When the fact happened')],
      ['excerpt', 'Words of the source.'],
    ),
  },
  steps: {
    title: 'Progress steps',
    about: 'Checkable parts of recommendations.',
    columns: list(
      recommendation,
      ['step', 'Key of the step.'],
      ['kind', 'structure, process or outcome.'],
      ['text', 'What has to be done.'],
    ),
  },
  uptake: {
    title: 'Uptake',
    about: 'By which steps the EU took recommendations up.',
    columns: list(
      recommendation,
      ['kind', 'proposed, raised, stated, adopted or committed.'],
      ['date', date('When')],
      ['round', 'Key of the dialogue round (table rounds).'],
      ['forum', 'Where.'],
      ...cited,
      ['note', 'A note.'],
    ),
  },
  claims: {
    title: 'Claims',
    about: 'What parties say of their own implementation. Shown beside findings, in no figure.',
    columns: list(
      recommendation,
      ['actor', 'Key of who says so.'],
      ['date', date('When')],
      ['level', 'Level that is claimed.'],
      ['text', 'What is claimed.'],
      ...cited,
    ),
  },
  gates: {
    title: 'Gates',
    about: 'Links of recommendations to milestones of the agreement, and how each stood.',
    columns: list(
      recommendation,
      ['milestone', 'Key of the milestone.'],
      ['role', 'required, expected or context.'],
      ['required', 'Level that has to be reached.'],
      ['state', 'met, unmet, unknown, waived, met-at-passage, passed-while-unmet or passed-while-unknown.'],
      ['since', 'improved, unchanged or worsened since the milestone was passed.'],
      ['commitments', 'Keys of the commitments that the link rests on, with spaces between.'],
    ),
  },
  waivers: {
    title: 'Waivers',
    about: 'Conditions that were set aside.',
    columns: list(
      recommendation,
      ['milestone', 'Key of the milestone.'],
      ['effective', date('From when on')],
      ['ended', date('Until when')],
      ['why', 'Why.'],
      ...cited,
    ),
  },
  milestones: {
    title: 'Milestones',
    about: 'Dated steps in the life of the agreement, with their required gates.',
    columns: list(
      ['key', 'Key, unique in the dossier.'],
      ['track', 'Key of the line of agreements.'],
      ['kind', 'What kind of step it is.'],
      ['title', 'What it is called.'],
      ['planned', date('For when it is planned')],
      ['occurred', date('When it happened')],
      ['requiredMet', 'Required gates that are met.'],
      ['requiredUnmet', 'That are unmet.'],
      ['requiredUnknown', 'Of which it is not known.'],
      ['requiredWaived', 'That were set aside.'],
      ['listed', 'Links that are listed and never counted.'],
      ['source', 'Key of the source (table sources).'],
    ),
  },
  commitments: {
    title: 'Commitments',
    about: 'Statements that tie relations to reform.',
    columns: list(
      ['key', 'Key, unique in the dossier.'],
      ['actor', 'Key of who made it.'],
      ['date', date('When')],
      ['summary', 'What was said.'],
      ...cited,
    ),
  },
  rounds: {
    title: 'Dialogue rounds',
    about: 'Meetings of the human-rights dialogue, and what became of the proposals at each.',
    columns: list(
      ['key', 'Key, unique in the dossier.'],
      ['title', 'What it is called.'],
      ['date', date('When')],
      ['place', 'Where.'],
      ['source', 'Key of the source (table sources).'],
      ['recommendationsInForce', 'Recommendations in force on its day.'],
      ['proposals', 'Of these, proposed by then.'],
      ['raised', 'Of the proposals, raised at it or before the next.'],
      ['texts', 'Of the proposals, stated publicly or adopted.'],
      ['commitments', 'Of the proposals, made a commitment.'],
    ),
  },
  actors: {
    title: 'Actors',
    about: 'Bodies that ask, are asked, or speak.',
    columns: list(
      ['key', 'Key, unique in the dossier.'],
      ['name', 'Name.'],
      ['kind', 'eu-institution, state-body, ngo, un-body, court, media or other.'],
    ),
  },
  sources: {
    title: 'Sources',
    about: 'Every source that a row of another table names.',
    columns: list(
      ['key', 'Key, unique in the dossier.'],
      ['title', 'Title.'],
      ['publisher', 'Publisher.'],
      ['kind', 'What kind of source it is.'],
      ['date', date('When it was published')],
      ['url', 'Address.'],
      ['language', 'Language, as a code.'],
    ),
  },
} as const satisfies Record<string, Table>

export type EditionTable = keyof typeof editionTables
export const editionTableNames = Object.keys(editionTables) as EditionTable[]
