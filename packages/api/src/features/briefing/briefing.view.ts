import { body } from '@waymark/meeting/briefing/body'
import { basis, fact } from '@waymark/meeting/briefing/fact'
import { audience } from '@waymark/meeting/event'
import { contentLanguage } from '@waymark/recommendation/translatable'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'
import { sourceRef } from '../../common/refs.view.ts'

const instant = z.string()
const changed = { by: z.string(), at: instant }

export const roundView = z.strictObject({
  /** null: it is not on record yet. */
  key: z.string().nullable(),
  title: z.string(),
  date: z.string(),
  place: z.string().nullable(),
})
export type RoundView = z.infer<typeof roundView>

const head = {
  briefing: z.int(),
  round: roundView,
  language: contentLanguage,
  audience,
}
const templateView = z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.int(), ...changed })

export const briefingList = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  briefings: z.array(
    z.strictObject({
      ...head,
      title: z.string(),
      version: z.int(),
      asOf: z.string(),
      recorded: z.boolean(),
      ...changed,
    }),
  ),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  /** Rounds on record, latest first. */
  rounds: z.array(
    z.strictObject({ key: z.string(), title: z.string(), date: z.string(), place: z.string().nullable() }),
  ),
  /** The Word template that briefings are set in. */
  template: templateView.nullable(),
})
export type BriefingList = z.infer<typeof briefingList>

/** A case as its section may show it at this moment. */
const caseNow = z.strictObject({
  key: z.string(),
  kind: z.string(),
  name: z.string(),
  summary: z.string(),
  isPublic: z.boolean(),
  statuses: z.array(
    z.strictObject({ status: z.string(), date: z.string(), source: sourceRef, note: z.string().nullable() }),
  ),
})

/** A fact, in words of the reader's language, and what its notes say. */
const saidFact = fact.extend({ said: z.string(), notes: z.array(z.string()) })
export type SaidFact = z.infer<typeof saidFact>

/** One version of a briefing. */
export const briefingView = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  ...head,
  version: z.int(),
  latest: z.int(),
  basis,
  body,
  facts: z.array(saidFact),
  /** Of the cases that its sections name: those that may be shown. */
  cases: z.array(caseNow),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      asOf: z.string(),
      knownAt: instant,
      refreshed: z.boolean(),
      ...changed,
    }),
  ),
})
export type BriefingView = z.infer<typeof briefingView>

const choice = z.strictObject({ key: z.string(), title: z.string() })
/** What can be put into a briefing and is not in it. */
export const briefingChoices = z.strictObject({
  area: z.array(choice),
  recommendation: z.array(choice),
  case: z.array(choice),
  statement: z.array(choice),
  milestone: z.array(choice),
})

const factChange = z.strictObject({
  id: z.string(),
  kind: z.enum(['changed', 'appeared', 'gone']),
  row: z.strictObject({ kind: z.string(), key: z.string() }),
  /** In words; null where there was, or is, nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FactChangeView = z.infer<typeof factChange>
export const refreshPreview = z.strictObject({
  version: z.int(),
  before: basis,
  after: basis,
  changes: z.array(factChange),
})

const section = body.shape.sections.element
export const briefingComparison = z.strictObject({
  from: z.strictObject({ version: z.int(), basis, title: z.string(), lead: z.string() }),
  to: z.strictObject({ version: z.int(), basis, title: z.string(), lead: z.string() }),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['added', 'removed', 'written']),
      before: section.nullable(),
      after: section.nullable(),
    }),
  ),
  facts: z.array(factChange),
})

export const briefingWritten = z.strictObject({ briefing: z.int(), version: z.int() })
export const templateWritten = z.strictObject({ template: templateView.nullable() })

export const exportedBriefing = z.strictObject({
  name: z.string(),
  mediaType: z.string(),
  base64: z.string(),
})

/** What is needed to record what a round brought. */
export const afterRound = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  ...head,
  title: z.string(),
  rows: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      ask: z.string(),
      /** What is on record of this round already. */
      recorded: z.array(uptakeKind),
    }),
  ),
  outcomes: z.array(z.strictObject({ id: z.string(), events: z.int(), round: z.string(), ...changed })),
})
export type AfterRound = z.infer<typeof afterRound>

export const roundOutcome = z.strictObject({
  /** How many events were recorded; of a trial, would be. */
  events: z.int(),
  /** True when the round itself comes on record with it. */
  newRound: z.boolean(),
  /** Why it is not taken: the row by its place, or null where it concerns the whole. */
  faults: z.array(z.strictObject({ row: z.int().nullable(), code: z.string(), message: z.string() })),
})
