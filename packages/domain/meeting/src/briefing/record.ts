import type { Basis, Cited, Figures } from './fact.ts'

/** `name` stays the same as long as the thing says the same: 16 hexadecimal digits. */
type Uptake = {
  readonly name: string
  readonly kind: 'proposed' | 'raised' | 'stated' | 'adopted' | 'committed'
  readonly date: string
  readonly forum: string | null
  readonly round: string | null
  readonly cited: Cited
}
type Evidence = {
  readonly name: string
  readonly stance: 'supports' | 'contradicts' | 'context'
  readonly excerpt: string | null
  readonly factDate: string | null
  readonly cited: Cited
}

export type RecommendationLine = {
  readonly ref: string
  readonly title: string
  readonly area: string
  /** A later one took its place. */
  readonly left: boolean
  readonly text: string
  readonly wording: 'as-issued' | 'paraphrase'
  readonly basis: 'explicit' | 'implied'
  readonly issued: string
  readonly by: readonly string[]
  readonly of: readonly string[]
  readonly cited: Cited
  readonly rounds: readonly { readonly title: string; readonly date: string }[]
  readonly line: readonly string[]
  readonly uptake: readonly Uptake[]
  readonly standing: string
  /** How it stood at the round before; null where it was not in force then. */
  readonly before: string | null
  readonly finding: {
    readonly effective: string
    readonly rationale: string
    readonly confidence: string
    readonly evidence: readonly Evidence[]
  } | null
  readonly claims: readonly {
    readonly name: string
    readonly actor: string
    readonly date: string
    readonly level: string | null
    readonly text: string
    readonly cited: Cited
  }[]
  readonly gates: readonly {
    readonly milestone: string
    readonly role: string
    readonly required: string | null
    readonly state: string
  }[]
}

export type MilestoneLine = {
  readonly key: string
  /** Null where its name and source tell what came after the day. */
  readonly title: string | null
  readonly track: string
  readonly kind: string
  readonly planned: string | null
  readonly occurred: string | null
  readonly cancelled: string | null
  readonly required: {
    readonly met: number
    readonly unmet: number
    readonly unknown: number
    readonly waived: number
  }
  readonly cited: Cited | null
}

/** What a briefing can be made of: the record at one cut, as far as a briefing looks. */
export type BriefingRecord = {
  readonly basis: Basis
  /** The dialogue round before the one that the briefing is for; null where there was none. */
  readonly since: { readonly title: string; readonly date: string } | null
  readonly figures: Figures
  /** In the dossier's order. */
  readonly areas: readonly {
    readonly key: string
    readonly title: string
    readonly figures: Figures | null
  }[]
  readonly recommendations: readonly RecommendationLine[]
  /** Those that the audience may be told of. */
  readonly cases: readonly {
    readonly key: string
    readonly recommendations: readonly string[]
    /** Up to the day, latest first. */
    readonly statuses: readonly { readonly status: string; readonly date: string }[]
  }[]
  /** By date. */
  readonly statements: readonly {
    readonly key: string
    readonly actor: string
    readonly date: string
    readonly summary: string
    readonly cited: Cited
  }[]
  /** In the order of the agreement's life. */
  readonly milestones: readonly MilestoneLine[]
}
