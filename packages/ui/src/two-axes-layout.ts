import { type Level, levels } from '@waymark/assessment/level'
import type { GateState } from '@waymark/linkage/gate'
import { buildClock, type Clock, type Day, isReached } from './clock.ts'
import { buildLabelLanes, getTextWidth, type LabelRequest, type PlacedLabel } from './labels.ts'
import type { MarkId } from './marks.tsx'

/** An event of uptake: `stage` is the index into the stages, lowest first. */
export type UptakePoint = {
  readonly key: string
  readonly at: Day
  readonly stage: number
  readonly label: string
}
/** Where a finding stands: at a level, against it, or with no current finding (a state that is no level). */
export type FindingPlace =
  | Level
  | 'contrary'
  | 'no-information'
  | 'not-applicable'
  | 'withdrawn'
  | 'not-assessed'
export type FindingPoint = {
  readonly key: string
  readonly at: Day
  readonly place: FindingPlace
  readonly label: string
  /** The day from which the finding is past its review and the line is hatched. */
  readonly staleFrom?: Day
}
export type ClaimPoint = { readonly key: string; readonly at: Day; readonly label: string }
/** `at` null: no date. A milestone after `asOf` is drawn as ahead, without its date. */
export type MilestonePoint = {
  readonly key: string
  readonly at: Day | null
  readonly title: string
  readonly date: string
  readonly gate?: GateState
}

export type TwoAxesData = {
  readonly asOf: Day
  readonly stages: readonly string[]
  readonly uptake: readonly UptakePoint[]
  readonly findings: readonly FindingPoint[]
  readonly claims: readonly ClaimPoint[]
  readonly milestones: readonly MilestonePoint[]
}

export type TwoAxesRowWords = {
  readonly places: Readonly<Record<Level | 'contrary', string>>
  /** The row of findings that are no level. Drawn only when there is one. */
  readonly noFinding: string
  readonly claims: string
  readonly outOfDate: string
  /** "ahead, no date set". */
  readonly ahead: string
}

export const chartWidth = 1100
const right = chartWidth - 6
const pitch = 38
const laneHeight = 36
/** Room for milestones ahead: a label's width each, and never more than a third of the drawing. */
const aheadStep = 118
const aheadMost = 360

export type Row = {
  readonly key: string
  readonly y: number
  readonly text: string
  readonly mark: MarkId | null
}
export type Segment = {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly y: number
  readonly place: FindingPlace
  readonly stale: boolean
}
export type Label = PlacedLabel & { readonly text: string; readonly y: number; readonly quiet: boolean }
export type MilestoneLine = {
  readonly key: string
  readonly x: number
  readonly reached: boolean
  readonly gate: GateState | null
  readonly title: string
  readonly date: string
  /** Null when the label found no place. */
  readonly label: { readonly left: number; readonly width: number; readonly y: number } | null
}

export type TwoAxesLayout = {
  readonly height: number
  readonly gutter: number
  readonly right: number
  readonly clock: Clock
  readonly asOfX: number
  readonly axisY: number
  readonly implementationY: number
  readonly linesEnd: number
  readonly uptakeRows: readonly Row[]
  readonly placeRows: readonly Row[]
  readonly uptake: readonly { readonly key: string; readonly x: number; readonly y: number }[]
  /** Highest stage reached so far, as the corner points of a step line. */
  readonly reached: readonly (readonly [number, number])[]
  readonly findings: readonly {
    readonly key: string
    readonly x: number
    readonly y: number
    readonly place: FindingPlace
  }[]
  readonly segments: readonly Segment[]
  readonly claims: readonly { readonly key: string; readonly x: number; readonly y: number }[]
  readonly labels: readonly Label[]
  readonly milestones: readonly MilestoneLine[]
}

const isLevelPlace = (place: FindingPlace): place is Level | 'contrary' =>
  place === 'contrary' || levels.some((level) => level === place)

/** The whole geometry of the timeline. Pure: what is after `asOf` is left out, or stands as ahead. */
export function buildTwoAxes(data: TwoAxesData, words: TwoAxesRowWords): TwoAxesLayout {
  const { asOf } = data
  // A day's event may have the same key on both axes: each list gets its own.
  const byDay = <T extends { readonly key: string; readonly at: Day }>(list: string, points: readonly T[]) =>
    points
      .filter((point) => point.at <= asOf)
      .map((point) => ({ ...point, key: `${list}-${point.key}` }))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const uptake = byDay('uptake', data.uptake)
  const findings = byDay('finding', data.findings)
  const claims = byDay('claim', data.claims)
  const ahead = data.milestones.filter((milestone) => !isReached(milestone.at, asOf))

  const rowTexts = [...data.stages, ...Object.values(words.places), words.noFinding, words.claims]
  const gutter = Math.min(300, Math.max(150, 46 + Math.max(...rowTexts.map((text) => getTextWidth(text)))))
  const step = Math.min(aheadStep, aheadMost / Math.max(1, ahead.length))
  const end = right - ahead.length * step - 8
  const days = [...uptake, ...findings, ...claims, ...data.milestones].flatMap(({ at }) =>
    at === null ? [] : [at],
  )
  const clock = buildClock(days, asOf, [gutter, end])

  // Upper axis: the last stage on top.
  const uptakeRows = data.stages.map(
    (text, index): Row => ({
      key: `stage-${index}`,
      text,
      mark: null,
      y: 58 + (data.stages.length - 1 - index) * pitch,
    }),
  )
  const axisY = 58 + (data.stages.length - 1) * pitch + 34
  const implementationY = axisY + 52

  // Lower axis: levels, against, no finding where needed, claims apart.
  const placeKeys: (Level | 'contrary')[] = [...levels.toReversed(), 'contrary']
  const firstRow = implementationY + 40
  const placeRows: Row[] = placeKeys.map((key, index) => ({
    key,
    text: words.places[key],
    mark: key,
    y: firstRow + index * pitch,
  }))
  const addRow = (key: string, text: string, mark: MarkId) =>
    placeRows.push({ key, text, mark, y: firstRow + placeRows.length * pitch })
  if (findings.some(({ place }) => !isLevelPlace(place)))
    addRow('no-finding', words.noFinding, 'no-information')
  if (claims.length > 0) addRow('claims', words.claims, 'claim')
  const getRowY = (key: string) => placeRows.find((row) => row.key === key)?.y ?? firstRow
  const getPlaceY = (place: FindingPlace) => getRowY(isLevelPlace(place) ? place : 'no-finding')
  const lastRow = firstRow + (placeRows.length - 1) * pitch
  const linesEnd = lastRow + 34

  const uptakePoints = uptake.map(({ key, at, stage }) => ({
    key,
    x: clock.at(at),
    y: uptakeRows[stage]?.y ?? axisY,
  }))
  const reached: [number, number][] = []
  for (const point of uptakePoints) reached.push([point.x, Math.min(point.y, reached.at(-1)?.[1] ?? point.y)])
  const top = reached.at(-1)
  if (top !== undefined) reached.push([clock.at(asOf), top[1]])

  const findingPoints = findings.map(({ key, at, place }) => ({
    key,
    place,
    x: clock.at(at),
    y: getPlaceY(place),
  }))
  const segments = findings.flatMap((finding, index): Segment[] => {
    const until = findings[index + 1]?.at ?? asOf
    const stale = finding.staleFrom !== undefined && finding.staleFrom < until ? finding.staleFrom : until
    const y = getPlaceY(finding.place)
    const base = { key: finding.key, y, place: finding.place }
    const known = { ...base, from: clock.at(finding.at), to: clock.at(stale), stale: false }
    return stale < until
      ? [known, { ...base, from: clock.at(stale), to: clock.at(until), stale: true }]
      : [known]
  })
  const claimPoints = claims.map(({ key, at }) => ({ key, x: clock.at(at), y: getRowY('claims') }))

  const milestones = data.milestones.map((milestone) => {
    const position = ahead.indexOf(milestone)
    return {
      ...milestone,
      reached: position < 0,
      x: position < 0 && milestone.at !== null ? clock.at(milestone.at) : end + (position + 0.55) * step,
      date: position < 0 ? milestone.date : words.ahead,
    }
  })
  const lines = [...milestones.map(({ x }) => x), clock.at(asOf)]

  const rows = [...uptakeRows, ...placeRows]
  // The room between two rows is one lane, shared by what stands under the upper and over the lower row.
  const laneYs = rows.map((row) => row.y).sort((a, b) => a - b)
  const getLanes = (y: number) => {
    const index = laneYs.indexOf(y)
    return [index * 2, ...(laneYs[index + 1] === y + pitch ? [(index + 1) * 2] : [index * 2 + 1])]
  }
  const events = new Map([...uptake, ...findings, ...claims].map(({ key, label }) => [key, label]))
  const texts = new Map<string, { text: string; y: number; quiet: boolean }>()
  const requests: LabelRequest[] = []
  const addLabel = (key: string, text: string, x: number, y: number, quiet: boolean) => {
    if (text === '') return
    texts.set(key, { text, y, quiet })
    requests.push({ key, x, width: getTextWidth(text), lanes: getLanes(y), priority: quiet ? 0 : 1 })
  }
  for (const { key, x, y } of [...uptakePoints, ...findingPoints, ...claimPoints]) {
    addLabel(key, events.get(key) ?? '', x, y, false)
  }
  for (const { key, from, to, y } of segments.filter((segment) => segment.stale))
    addLabel(`${key}-stale`, words.outOfDate, (from + to) / 2, y, true)
  const placed = buildLabelLanes(requests, { left: gutter + 2, right, avoid: lines })
  const labels = [...placed.values()].flatMap((label): Label[] => {
    const entry = texts.get(label.key)
    if (entry === undefined) return []
    const isAbove = label.lane === getLanes(entry.y)[0]
    return [{ ...label, text: entry.text, quiet: entry.quiet, y: entry.y + (isAbove ? -14 : 24) }]
  })

  const lanes = [0, 1, 2]
  const under = buildLabelLanes(
    milestones.map(({ key, x, title, date, gate, reached: isPast }) => ({
      key,
      x,
      lanes,
      width: Math.max(getTextWidth(title, 13, true), getTextWidth(date)),
      priority: isPast && gate === 'passed-while-unmet' ? 2 : isPast ? 0 : 1,
    })),
    { left: 0, right: chartWidth, leaders: true },
  )
  const labelTop = linesEnd + 32
  const usedLanes = Math.max(0, ...[...under.values()].map(({ lane }) => lane))
  return {
    height: labelTop + usedLanes * laneHeight + 22,
    gutter,
    right,
    clock,
    asOfX: clock.at(asOf),
    axisY,
    implementationY,
    linesEnd,
    uptakeRows,
    placeRows,
    uptake: uptakePoints,
    reached,
    findings: findingPoints,
    segments,
    claims: claimPoints,
    labels,
    milestones: milestones.map(({ key, x, reached: isPast, gate, title, date }) => {
      const label = under.get(key)
      return {
        key,
        x,
        reached: isPast,
        gate: gate ?? null,
        title,
        date,
        label:
          label === undefined
            ? null
            : { left: label.left, width: label.width, y: labelTop + label.lane * laneHeight },
      }
    }),
  }
}
