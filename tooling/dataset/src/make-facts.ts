import type { AssessmentRow } from '@waymark/assessment/assessment'
import { confidences, type Level, levels } from '@waymark/assessment/level'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import type { Linkage } from '@waymark/linkage/linkage'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { formatDay, formatPartial, parseDay } from './days.ts'
import {
  commitments,
  getIssued,
  getMilestone,
  hasSteps,
  milestoneKey,
  refOf,
  rounds,
  sourceKey,
} from './make-structure.ts'
import { createDraw, type Draw } from './random.ts'
import type { Shape } from './shape.ts'

/** No fact is later than this day, so that the file can be brought in on any day after it. */
const lastFact = parseDay('2025-06-30')

export function* listLinkages(shape: Shape): Generator<Linkage> {
  const { recommendations, milestones, linkages, seed } = shape
  const occurred = Array.from({ length: milestones }, (_, m) => getMilestone(m, shape).occurred)
  for (let n = 0; n < linkages; n++) {
    const i = n % recommendations
    const m = (i * 7 + Math.floor(n / recommendations)) % milestones
    const draw = createDraw(`${seed}/linkage/${n}`)
    // What occurred in or before the year of issue can only give context.
    const before = (occurred[m] ?? '9999') <= `${formatDay(getIssued(i, shape)).slice(0, 4)}-99`
    const at = draw.next()
    const role = before || at > 0.85 ? 'context' : at > 0.6 ? 'expected' : 'required'
    const first = draw.between(1, commitments)
    yield {
      recommendation: refOf(i),
      milestone: milestoneKey(m),
      role,
      ...(role !== 'context' && {
        required: draw.pick(['limited', 'some', 'some', 'substantial', 'full'] as const),
      }),
      commitments: [
        `commitment-${first}`,
        ...(draw.chance(0.3) ? [`commitment-${(first % commitments) + 1}`] : []),
      ],
    }
  }
}

export function* listUptake(shape: Shape): Generator<DossierFile['uptake'][number]> {
  for (let i = 0; i < shape.recommendations; i++) {
    const draw = createDraw(`${shape.seed}/uptake/${i}`)
    const reached = draw.between(0, 3)
    for (let n = 0; n < reached; n++) {
      const day = Math.min(lastFact - 400, getIssued(i, shape) + 120 + n * 200 + draw.between(0, 90))
      const kind = uptakeKinds[n + draw.between(0, 1)] ?? 'committed'
      const source = sourceKey(draw.between(0, shape.sources - 1), shape)
      const place =
        kind === 'raised' ? { round: `round-${draw.between(1, rounds)}` } : { forum: 'Invented forum' }
      yield {
        recommendation: refOf(i),
        kind,
        date: formatPartial(day, draw),
        ...place,
        source,
        locator: `page ${draw.between(1, 40)}`,
      }
    }
  }
}

const independent: readonly AssessmentRow['evidence'][number]['origin'][] = ['independent-ngo', 'un', 'media']

/** One in three was written down word for word. */
const quote = (draw: Draw) =>
  draw.chance(1 / 3)
    ? { excerpt: `Invented words of a report: in ${draw.between(2, 900)} cases nothing was done.` }
    : {}

function buildEvidence(level: Level | undefined, draw: Draw, shape: Shape): AssessmentRow['evidence'] {
  const source = () => sourceKey(draw.between(0, shape.sources - 1), shape)
  const item = {
    source: source(),
    locator: `paragraph ${draw.between(1, 60)}`,
    stance: 'supports',
    kind: 'ngo-monitoring',
    origin: draw.pick(independent),
    ...quote(draw),
  } as const
  if (level === 'full')
    return [item, { source: source(), stance: 'supports', kind: 'law-in-force', origin: 'government' }]
  return draw.chance(0.2)
    ? [item, { source: source(), stance: 'contradicts', kind: 'official-statement', origin: 'government' }]
    : [item]
}

function buildFinding(draw: Draw): Pick<AssessmentRow, 'level' | 'state' | 'contrary'> {
  const at = draw.next()
  if (at < 0.05) return { state: 'no-information' }
  if (at < 0.07) return { state: 'not-applicable' }
  if (at < 0.08) return { state: 'withdrawn' }
  if (at < 0.09) return { state: 'not-assessed' }
  const level = draw.pick([...levels, 'none', 'limited', 'limited'] as const)
  return { level, ...(draw.chance(0.04) && { contrary: true }) }
}

/** Where the n-th assessment of a recommendation stands: its day and its step, the same whoever asks. */
function getPlace(i: number, n: number, shape: Shape): { day: number; step: string | null; tied: boolean } {
  const draw = createDraw(`${shape.seed}/place/${i}/${n}`)
  const first = getIssued(i, shape) + 60
  const span = Math.max(1, Math.floor((lastFact - first) / shape.assessmentsEach))
  const day = first + span * n + draw.between(0, span - 1)
  return {
    day,
    step: hasSteps(i) && n % 4 === 3 ? draw.pick(['law', 'practice']) : null,
    tied: n > 0 && draw.chance(0.05),
  }
}

/** The date as written; one in twenty repeats that of the assessment before it, so that ties occur. */
function getEffective(i: number, n: number, shape: Shape): string {
  const { day, tied } = getPlace(i, n, shape)
  if (tied) return getEffective(i, n - 1, shape)
  const partial = formatPartial(day, createDraw(`${shape.seed}/effective/${i}/${n}`))
  return lastDay(partial) <= formatDay(lastFact) ? partial : formatDay(day)
}

/** The instant at which the n-th assessments of all recommendations were recorded: later ones later, as a history is. */
const getRecorded = (i: number, n: number, { recommendations, assessmentsEach }: Shape): string => {
  const [first, last] = [Date.parse('2014-01-01T00:00:00Z'), Date.parse('2025-07-01T00:00:00Z')]
  const at = (n * recommendations + i) / Math.max(1, recommendations * assessmentsEach)
  return new Date(first + Math.floor((last - first) * at)).toISOString()
}

const assessmentKey = (i: number, n: number) => `a-${i + 1}-${n + 1}`

/** In the order of recording: the first of each recommendation, then the second of each … Two in a hundred are corrections. */
export function* listAssessments(shape: Shape): Generator<AssessmentRow> {
  for (let n = 0; n < shape.assessmentsEach; n++) {
    for (let i = 0; i < shape.recommendations; i++) {
      const draw = createDraw(`${shape.seed}/assessment/${i}/${n}`)
      const { step } = getPlace(i, n, shape)
      const corrects = draw.chance(0.022) && n > 0 && step === getPlace(i, n - 1, shape).step
      const finding = buildFinding(draw)
      yield {
        key: assessmentKey(i, n),
        recommendation: refOf(i),
        ...(step !== null && { step }),
        ...(corrects && { supersedes: assessmentKey(i, n - 1), reason: 'Invented: a mistake was found.' }),
        effective: getEffective(i, corrects ? n - 1 : n, shape),
        recorded: getRecorded(i, n, shape),
        ...finding,
        rationale: `Invented reasons for finding ${n + 1} of matter ${i + 1}: what was promised, what was done, what is left.`,
        confidence: draw.pick(confidences),
        evidence: buildEvidence(finding.level, draw, shape),
      }
    }
  }
}

export function* listClaims(shape: Shape): Generator<DossierFile['claims'][number]> {
  for (let i = 0; i < shape.recommendations; i++) {
    const draw = createDraw(`${shape.seed}/claim/${i}`)
    if (!draw.chance(0.5)) continue
    const date = formatPartial(Math.min(lastFact - 400, getIssued(i, shape) + draw.between(200, 2000)), draw)
    yield {
      recommendation: refOf(i),
      actor: draw.pick(['ministry', 'assembly']),
      date,
      ...(draw.chance(0.6) && { level: draw.pick(levels) }),
      text: 'The invented state says that it has done what was asked.',
      source: sourceKey(draw.between(0, shape.sources - 1), shape),
    }
  }
}

export function* listCases(shape: Shape): Generator<DossierFile['cases'][number]> {
  for (let i = 0; i < shape.recommendations; i += 100) {
    const draw = createDraw(`${shape.seed}/case/${i}`)
    const day = getIssued(i, shape)
    const at = (months: number) => formatPartial(day + months * 30, draw)
    yield {
      key: `case-${i + 1}`,
      kind: 'outlet',
      publicName: `Invented outlet ${i + 1}`,
      sensitivity: draw.chance(0.8) ? 'public' : 'internal',
      consentBasis: 'Invented: nobody is meant.',
      summary: 'Plainly invented.',
      recommendations: [refOf(i)],
      statuses: [
        { status: 'suspended', date: at(2), source: sourceKey(i, shape) },
        {
          status: draw.pick(['operating', 'closed', 'blocked'] as const),
          date: at(20),
          source: sourceKey(i + 1, shape),
        },
      ],
    }
  }
}
