import type { PartialDate } from '@waymark/kernel/partial-date'

/** What the dossier that a file is added to already holds, by key. Nothing for a new dossier. */
export type Known = {
  readonly actors?: ReadonlySet<string>
  readonly sources?: ReadonlySet<string>
  readonly areas?: ReadonlySet<string>
  readonly rounds?: ReadonlySet<string>
  readonly commitments?: ReadonlySet<string>
  readonly tracks?: ReadonlySet<string>
  readonly milestones?: ReadonlyMap<string, { readonly occurred: PartialDate | null }>
  readonly recommendations?: ReadonlyMap<string, KnownRecommendation>
  readonly assessments?: ReadonlyMap<
    string,
    { readonly recommendation: string; readonly step: string | null }
  >
}

export type KnownRecommendation = {
  readonly issued: PartialDate
  readonly steps: ReadonlySet<string>
  /** References that it continues, narrows, merges or replaces. */
  readonly lineage: readonly string[]
}

export type DossierContext = {
  /** The day of the import, in UTC. */
  readonly today: string
  /** The instant of the import, ISO 8601. */
  readonly now: string
  /** True when the dossier does not exist yet: only then may rows bring their time of recording. */
  readonly isNew: boolean
  readonly known?: Known
  /** Assessments of the file (by place) that are on record just so: they bring nothing, so their time of recording is no matter. */
  readonly onRecord?: ReadonlySet<number>
}
