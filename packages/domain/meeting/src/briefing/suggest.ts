import { compareText } from '@waymark/kernel/compare'
import { lastDay } from '@waymark/kernel/partial-date'
import { createSection, mostSections, type Section } from './body.ts'
import type { BriefingRecord } from './record.ts'

/**
 * Everything on record that concerns a round, in the order of a paper that one would send: how it stands; area by area the
 * recommendations in force and the cases that hang on them, as far as they had a status; the statements made so far; the milestones that lie ahead.
 *
 * @param titleOf how the ask of a recommendation begins
 */
export function suggestSections(record: BriefingRecord, titleOf: (ref: string) => string): Section[] {
  const inForce = record.recommendations
    .filter(({ left }) => !left)
    .sort((a, b) => compareText(lastDay(a.issued), lastDay(b.issued)) || compareText(a.ref, b.ref))
  const areaOf = new Map(record.recommendations.map(({ ref, area }) => [ref, area]))
  const areaOfCase = (refs: readonly string[]) =>
    refs.map((ref) => areaOf.get(ref)).find((area) => area !== undefined)
  // One of which nothing was recorded by the day is of a later time, or says nothing.
  const told = record.cases.filter(({ statuses }) => statuses.length > 0)
  const casesOf = Map.groupBy(told, ({ recommendations }) => areaOfCase(recommendations) ?? null)
  const listCases = (area: string | null) =>
    (casesOf.get(area) ?? []).map(({ key }) => createSection('case', key))
  const byArea = record.areas.flatMap(({ key }) => {
    const asked = inForce.filter(({ area }) => area === key)
    const cases = listCases(key)
    return asked.length + cases.length === 0
      ? []
      : [
          createSection('area', key),
          ...asked.map(({ ref }) => createSection('recommendation', ref, titleOf(ref))),
          ...cases,
        ]
  })
  return [
    createSection('figures', 'all'),
    ...byArea,
    ...listCases(null),
    ...record.statements.map(({ key }) => createSection('statement', key)),
    ...record.milestones
      .filter(({ occurred, cancelled }) => occurred === null && cancelled === null)
      .map(({ key }) => createSection('milestone', key)),
  ].slice(0, mostSections)
}
