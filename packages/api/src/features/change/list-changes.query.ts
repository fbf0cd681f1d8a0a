import { getChanges } from '@waymark/db/queries/change.query'
import { listMilestones } from '@waymark/db/queries/gate.query'
import { getKept } from '../../common/keep-answer.ts'
import { listKeptAreas } from '../../common/list-areas.ts'
import type { Context } from '../../context.ts'
import {
  buildDecomposition,
  buildFigures,
  buildKindCounts,
  changeOrder,
  getRequired,
  parseWord,
} from './build-changes.ts'
import type { ChangeDataInput, ChangeListInput } from './change.input.ts'
import type { ChangeData, ChangeList } from './change.view.ts'
import { getMoments, type Moments } from './resolve-moments.ts'

export const pageSize = 50
const gatesShown = 30
/** More than any dossier is foreseen to hold; data are given whole. */
const everything = 1_000_000

const getBetween = ({ clock, ends, from }: Moments) => ({ clock, ...ends, fromMethod: from.method.id })
const getMethods = ({ from, to }: Moments) => ({ from: from.method, to: to.method })

/** Everything that changed between two moments. */
export async function getChangeData(ctx: Context, input: ChangeDataInput): Promise<ChangeData> {
  const { area, change, ...asked } = input
  const moments = await getMoments(ctx, asked)
  const filter = {
    order: changeOrder,
    area,
    change,
    limit: everything,
    offset: 0,
    gateLimit: everything,
  }
  const [changes, { passed }] = await Promise.all([
    getChanges(ctx.record.public, moments.pair, filter),
    listSteps(ctx, moments),
  ])
  return {
    ...moments.to.cut,
    ...getBetween(moments),
    items: changes.items.map(({ ref, from, to, kind }) => ({
      recommendation: ref,
      from: parseWord(from),
      to: parseWord(to),
      change: kind,
    })),
    decomposition: buildDecomposition(getMethods(moments), changes.transitions),
    milestones: passed.map(({ key, occurred }) => ({ key, occurred, required: getRequired(changes, key) })),
    gates: changes.gates.map(({ ref, title: _, ...gate }) => ({ recommendation: ref, ...gate })),
  }
}

/** One page of what changed between two moments; the number of queries does not depend on what is found. */
export async function listChanges(ctx: Context, input: ChangeListInput): Promise<ChangeList> {
  const { area, change, page = 1, ...asked } = input
  const moments = await getMoments(ctx, asked)
  const { pair, to } = moments
  const db = ctx.record.public
  const filter = {
    order: changeOrder,
    area,
    change,
    limit: pageSize,
    offset: (page - 1) * pageSize,
    gateLimit: gatesShown,
  }
  const name = ['changes', JSON.stringify(pair.from), area, change, page].join(' ')
  const [changes, { passed, steps }, areas] = await Promise.all([
    getKept(db, to, name, () => getChanges(db, pair, filter)),
    listSteps(ctx, moments),
    listKeptAreas(db, to),
  ])
  const { transitions } = changes
  const counts = buildKindCounts(transitions, area)
  const total = counts
    .filter((one) => change === undefined || one.change === change)
    .reduce((sum, { count }) => sum + count, 0)
  const byKey = new Map(steps.map((step) => [step.key, step]))
  return {
    frame: moments.frame,
    ...getBetween(moments),
    figures: buildFigures(getMethods(moments), transitions),
    decomposition: buildDecomposition(getMethods(moments), transitions),
    counts,
    items: changes.items.map(({ ref, title, area: key, areaTitle, movedFrom, kind, ...words }) => ({
      recommendation: ref,
      title,
      area: { key, title: areaTitle },
      movedFrom,
      from: parseWord(words.from),
      to: parseWord(words.to),
      change: kind,
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    areas: [...areas],
    milestones: passed.map((step) => ({ ...step, required: getRequired(changes, step.key) })),
    gates: {
      opened: changes.opened,
      closed: changes.closed,
      items: changes.gates.flatMap(({ ref, milestone, ...gate }) => {
        const step = byKey.get(milestone)
        return step === undefined ? [] : [{ recommendation: ref, milestone: step, ...gate }]
      }),
    },
  }
}

/** Milestones at the second moment, and those of them that had not occurred at the first, in their order. */
async function listSteps(ctx: Context, { pair }: Moments) {
  const db = ctx.record.public
  const [before, after] = await Promise.all([listMilestones(db, pair.from), listMilestones(db, pair.to)])
  const occurred = new Set(before.filter((m) => m.occurred !== null).map((m) => m.key))
  const steps = after.map(({ key, kind, title, trackTitle, occurred }) => ({
    key,
    kind,
    title,
    track: trackTitle,
    occurred,
  }))
  return {
    steps,
    passed: steps.flatMap(({ occurred: date, ...step }) =>
      date === null || occurred.has(step.key) ? [] : [{ ...step, occurred: date }],
    ),
  }
}
