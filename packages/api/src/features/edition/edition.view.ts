import { changeKinds } from '@waymark/scoring/changes'
import { z } from 'zod'
import { cut } from '../../common/cut.ts'
import { frame } from '../../common/frame.view.ts'
import { standingWord } from '../change/change.view.ts'

/** A published edition: what it is and what proves it. */
export const editionView = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  asOf: z.string(),
  knownAt: z.string(),
  method: z.string(),
  issuedAt: z.string(),
  corrects: z.strictObject({ id: z.string(), what: z.string() }).nullable(),
  /** Of edition.json. */
  dataSha256: z.string(),
  zipSha256: z.string(),
  zipBytes: z.int(),
  manifestSha256: z.string(),
  signature: z.string(),
  key: z.string(),
  checkpoint: z.string(),
  treeSize: z.int(),
})
export type EditionView = z.infer<typeof editionView>

/** The editions of a dossier, and the keys that signed them; `key` is the one of today, null where there is none. */
export const editionList = z.strictObject({
  frame,
  editions: z.array(editionView),
  key: z.string().nullable(),
})

const interval = z.strictObject({ low: z.number(), high: z.number() }).nullable()

/** Figures as they are frozen. */
export const frozenRow = z.strictObject({
  scope: z.string(),
  key: z.string(),
  title: z.string(),
  distribution: z.strictObject({
    none: z.int(),
    limited: z.int(),
    some: z.int(),
    substantial: z.int(),
    full: z.int(),
    contrary: z.int(),
    unknown: z.int(),
  }),
  notApplicable: z.int(),
  coverage: z.strictObject({ assessed: z.int(), applicable: z.int() }),
  index: interval,
})
export type FrozenRow = z.infer<typeof frozenRow>

const tableCounts = z.array(z.strictObject({ name: z.string(), title: z.string(), rows: z.int() }))
const other = z.strictObject({ id: z.string(), title: z.string(), asOf: z.string() })

export const editionDetail = z.strictObject({
  /** At the cut of the edition. */
  frame,
  edition: editionView,
  correctedBy: z.array(other.extend({ what: z.string(), issuedAt: z.string() })),
  figures: z.array(frozenRow),
  tables: tableCounts,
  /** The others of the dossier, to compare with. */
  others: z.array(other),
})

export const editionComparison = z.strictObject({
  frame,
  from: editionView,
  to: editionView,
  /** Overall, in both. */
  figures: z.strictObject({ from: frozenRow, to: frozenRow }),
  items: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      from: standingWord.nullable(),
      to: standingWord.nullable(),
      change: z.enum(changeKinds),
    }),
  ),
  /** Recommendations whose wording differs. */
  reworded: z.array(z.strictObject({ ref: z.string(), title: z.string() })),
  tables: z.array(z.strictObject({ name: z.string(), title: z.string(), from: z.int(), to: z.int() })),
  others: z.array(other),
})

/** An edition at the desk. */
export const deskEdition = z.strictObject({
  edition: z.int(),
  title: z.string(),
  note: z.string().nullable(),
  cut,
  embargoUntil: z.string().nullable(),
  corrects: z.strictObject({ id: z.string(), what: z.string() }).nullable(),
  dataSha256: z.string(),
  proposer: z.string(),
  proposedAt: z.string(),
  /** `proposed` waits for a second person; `embargoed` is published and not seen yet. */
  state: z.enum(['proposed', 'embargoed', 'published', 'returned', 'retracted']),
  isOwn: z.boolean(),
  comment: z.string().nullable(),
  decider: z.string().nullable(),
  decidedAt: z.string().nullable(),
  id: z.string().nullable(),
  issuedAt: z.string().nullable(),
})
export type DeskEdition = z.infer<typeof deskEdition>

export const deskEditionList = z.strictObject({
  editions: z.array(deskEdition),
  key: z.string().nullable(),
})

/** What would be frozen: the cut, the hash of the content, figures, and how much there is. */
export const editionPreview = z.strictObject({
  cut,
  dataSha256: z.string(),
  dataBytes: z.int(),
  figures: z.array(frozenRow),
  tables: tableCounts,
})

/** One that waits, with what its content is now: the same, unless something is wrong. */
export const editionReview = z.strictObject({
  edition: deskEdition,
  preview: editionPreview,
  isSame: z.boolean(),
})

export const writtenEdition = z.strictObject({ edition: z.int(), dataSha256: z.string() })
export const publishedEdition = z.strictObject({
  id: z.string(),
  issuedAt: z.string(),
  zipSha256: z.string(),
})
export const decidedEdition = z.strictObject({ edition: z.int() })
