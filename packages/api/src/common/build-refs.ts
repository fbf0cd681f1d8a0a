import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import type { SourceRow } from '@waymark/db/queries/source.query'
import type { SourceRef } from './refs.view.ts'

/** The source behind an id. Every row of the record names one that exists, so a missing one is a fault of ours. */
export function buildSourceRef(sources: ReadonlyMap<number, SourceRow>, id: number): SourceRef {
  const s = sources.get(id)
  if (s === undefined) throw new Error(`source ${id} is not in the public window`)
  return {
    key: s.key,
    title: s.title,
    publisher: s.publisher,
    kind: s.kind,
    date: s.date,
    url: s.url,
    language: s.language,
  }
}

/** The standing behind a word of the database's `standingWord`; `level` is the level that stands beside `contrary`. */
export function parseStanding(word: string, level: Level | null): Standing {
  if (word === 'stale' || word === 'no-information' || word === 'not-assessed')
    return { kind: 'unknown', reason: word }
  if (word === 'not-applicable' || word === 'withdrawn') return { kind: 'outside', state: word }
  if (word === 'contrary' && level !== null) return { kind: 'known', level, contrary: true }
  const known = levels.find((l) => l === word)
  if (known === undefined) throw new Error(`not a standing: ${word}`)
  return { kind: 'known', level: known, contrary: false }
}
