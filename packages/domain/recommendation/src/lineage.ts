import { compareText } from '@waymark/kernel/compare'
import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { Issued } from './lifetime.ts'

/**
 * The line of a recommendation: itself, every earlier one that it continues, narrows, merges or replaces, and every
 * later one that does so to it, across any number of links. Another ask that was merged into the same successor is
 * not part of it. Ordered by last day of issue, then reference. References that lead nowhere are left out, and a
 * circle in the data ends the walk instead of the program.
 */
export function getLine<R extends Issued>(ref: string, all: readonly R[]): R[] {
  const byRef = new Map(all.map((one) => [one.ref, one]))
  const successors = new Map<string, string[]>()
  for (const one of all) {
    for (const link of one.lineage ?? []) {
      const later = successors.get(link.ref)
      if (later) later.push(one.ref)
      else successors.set(link.ref, [one.ref])
    }
  }
  const line = new Set<string>()
  const walk = (next: (from: string) => readonly string[]) => {
    const seen = new Set<string>()
    const open = [ref]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at) || !byRef.has(at)) continue
      seen.add(at)
      line.add(at)
      open.push(...next(at))
    }
  }
  walk((from) => byRef.get(from)?.lineage?.map((link) => link.ref) ?? [])
  walk((from) => successors.get(from) ?? [])
  return all
    .filter((one) => line.has(one.ref))
    .sort((a, b) => compareText(lastDay(a.issued), lastDay(b.issued)) || compareText(a.ref, b.ref))
}

/** A link of lineage between two things that have names: any kind of name, references or ids. */
export type LineLink<Name> = { readonly later: Name; readonly earlier: Name }

/**
 * The lines of a dossier for counting: what is connected by lineage of whatever kind, in either direction and across any
 * number of links, is one line. Unlike {@link getLine} this joins also two asks that were merged into one, so that each
 * recommendation is in one line. Given are the links; a name without any is a line by itself and is not listed.
 *
 * @returns the line of every name that has a link: a set that its members share. Takes about as long as there are links.
 */
export function buildLines<Name>(links: Iterable<LineLink<Name>>): ReadonlyMap<Name, ReadonlySet<Name>> {
  const lines = new Map<Name, Set<Name>>()
  for (const { later, earlier } of links) {
    const [a, b] = [lines.get(later) ?? new Set([later]), lines.get(earlier) ?? new Set([earlier])]
    if (a === b) continue
    // The smaller goes into the larger, so that no name moves often.
    const [into, from] = a.size < b.size ? [b, a] : [a, b]
    for (const name of from) into.add(name)
    for (const name of from) lines.set(name, into)
    lines.set(later, into)
    lines.set(earlier, into)
  }
  return lines
}

/** An uptake event as far as rounds are concerned. */
export type RoundEvent = {
  readonly recommendation: string
  readonly round?: string | null | undefined
  readonly date: PartialDate
}

/**
 * The dialogue rounds in which a line was taken up by `asOf`, each once, in the order in which it first was.
 * "Asked in N rounds" is their number: asking the same in other words, in a later recommendation of the line, counts on.
 */
export function getRoundsAsked(line: readonly Issued[], events: readonly RoundEvent[], asOf: Day): string[] {
  const refs = new Set(line.map((one) => one.ref))
  const asked = events
    .filter((event) => refs.has(event.recommendation) && lastDay(event.date) <= asOf)
    .sort((a, b) => compareText(lastDay(a.date), lastDay(b.date)))
  const rounds = new Set<string>()
  for (const event of asked) if (event.round) rounds.add(event.round)
  return [...rounds]
}
