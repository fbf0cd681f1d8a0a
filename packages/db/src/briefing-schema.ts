import type { Audience } from '@waymark/meeting/event'
import type { ContentLanguage } from '@waymark/recommendation/translatable'

/** The tables of briefings as Kysely types, all of the ledger. */

type Written = { author_id: string; author_name: string; entry: number; recorded_at: string }

export type BriefingDatabase = {
  briefing: Written & {
    id: number
    dossier_id: number
    round_id: number | null
    planned: unknown
    language: ContentLanguage
    audience: Audience
  }
  briefing_version: Written & {
    id: number
    briefing_id: number
    number: number
    based_on: number | null
    body: unknown
    as_of: string
    known_at: string
    method: string
    facts: unknown
    facts_of: number
  }
  briefing_outcome: Written & {
    id: string
    briefing_id: number
    request_sha256: string
    round_id: number
    events: number
  }
  briefing_template: Written & {
    id: number
    dossier_id: number
    name: string | null
    sha256: string | null
    bytes: number | null
    parts_sha256: string | null
  }
}
