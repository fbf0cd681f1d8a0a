import { lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { Linkage, Milestone } from '@waymark/linkage/linkage'
import type { MilestoneEvent } from '@waymark/linkage/milestone'
import type { Span } from '@waymark/linkage/waiver'

type Recorded = { readonly recordedAt: string }
type LinkName = { readonly recommendation: string; readonly milestone: string }

/**
 * What the desk recorded of links and milestones after the import, in the order of recording. A row is a version: of two
 * that name the same thing the later one is what is known once it was recorded.
 */
export type DeskActs = {
  readonly ends: readonly (Recorded & LinkName & { readonly ended: PartialDate | null })[]
  readonly waivers: readonly (Recorded & LinkName & Span & { readonly waiver: number })[]
  readonly events: readonly (Recorded & {
    readonly milestone: string
    readonly event: number
    readonly kind: MilestoneEvent['kind']
    readonly effective: PartialDate
    readonly planned: PartialDate | null
    readonly void: boolean
  })[]
  readonly occurrences: readonly (Recorded & {
    readonly milestone: string
    readonly occurred: PartialDate | null
  })[]
}

export const noDeskActs: DeskActs = { ends: [], waivers: [], events: [], occurrences: [] }

const isOf = (link: LinkName) => (one: LinkName) =>
  one.recommendation === link.recommendation && one.milestone === link.milestone

/** The versions of things that were in force at an instant, in the order in which the things were first recorded. */
const listKnown = <T extends Recorded>(
  versions: readonly T[],
  keyOf: (one: T) => number,
  knownAt: string,
): T[] => [
  ...new Map(
    versions.filter((one) => one.recordedAt <= knownAt).map((one) => [keyOf(one), one] as const),
  ).values(),
]

/** When a link ended, as known at an instant. */
export const getEnded = ({ ends }: DeskActs, link: Linkage, knownAt: string): PartialDate | null =>
  ends.filter(isOf(link)).findLast((one) => one.recordedAt <= knownAt)?.ended ?? null

/** The waivers of a link, as known at an instant. */
export const listWaivers = ({ waivers }: DeskActs, link: Linkage, knownAt: string): Span[] =>
  listKnown(waivers.filter(isOf(link)), (one) => one.waiver, knownAt)

/** What befell a milestone, as known at an instant, without what was recorded by mistake. */
export const listEvents = ({ events }: DeskActs, milestone: string, knownAt: string): MilestoneEvent[] =>
  listKnown(
    events.filter((one) => one.milestone === milestone),
    (one) => one.event,
    knownAt,
  )
    .filter((one) => !one.void)
    .map(({ event: id, kind, effective, planned }) => ({ id, kind, effective, planned }))

/** When a milestone of the file occurred, as known at an instant. */
export const getOccurred = (
  { occurrences }: DeskActs,
  { key, occurred }: Pick<Milestone, 'key' | 'occurred'>,
  knownAt: string,
): PartialDate | null => {
  const last = occurrences.findLast((one) => one.milestone === key && one.recordedAt <= knownAt)
  return last === undefined ? (occurred ?? null) : last.occurred
}

/** The earliest of some last days; null when there is none. */
export const getFirstDay = (dates: readonly (PartialDate | null)[]): string | null =>
  dates.flatMap((date) => (date === null ? [] : [lastDay(date)])).sort()[0] ?? null
