import { may } from '@waymark/access/permission'
import {
  countOwnWork,
  listContradicted,
  listDeadLinks,
  listFaultyFiles,
  listOutdated,
  listStale,
  listWaitingAgainst,
} from '@waymark/db/queries/queue.query'
import { compareText } from '@waymark/kernel/compare'
import { isNear } from '@waymark/linkage/leverage'
import type { z } from 'zod'
import { getKept } from '../../common/keep-answer.ts'
import { getCut, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { DeskContext } from '../assessment/desk-assessment.query.ts'
import { listLeverageLines } from '../linkage/list-leverage.query.ts'
import { gatesShown, listSteps } from '../linkage/list-steps.query.ts'
import type { work, workCounts } from './queue.view.ts'

/** So many rows of each kind are shown; the register, or a page of its own, has the others. */
const shown = 10

/** Milestones within the notice that have required gates unmet or unknown; kept until the next public write. */
const listNear = (ctx: Context, resolved: ResolvedCut) =>
  getKept(ctx.record.public, resolved, 'near milestones', async () => {
    const found = await listSteps(ctx, resolved, gatesShown)
    const near = found.steps.filter((step) => isNear(step, resolved.record.asOf))
    const lines = await listLeverageLines(ctx, resolved, found, near, gatesShown)
    return lines.filter(({ unmet, unknown }) => unmet + unknown > 0)
  })

const listKeptStale = (ctx: Context, resolved: ResolvedCut) =>
  getKept(ctx.record.public, resolved, 'stale', () => listStale(ctx.record.public, resolved.record, shown))

/** Findings that meet evidence against them, published (kept until the next public write) and waiting; most contradicted first. */
async function listAgainst(
  ctx: DeskContext,
  resolved: ResolvedCut,
): Promise<z.infer<typeof work>['contradicted']['rows']> {
  const { app, public: reader } = ctx.record
  const [published, waiting] = await Promise.all([
    getKept(reader, resolved, 'contradicted', () => listContradicted(app, resolved.record)),
    listWaitingAgainst(app, resolved.record, ctx.actor.id),
  ])
  if (waiting.length === 0) return published.map((row) => ({ ...row, unpublished: 0 }))
  const rows = new Map(published.map((row) => [row.ref, { ...row, unpublished: 0 }]))
  for (const { ref, title, items } of waiting)
    rows.set(ref, { ref, title, items: items + (rows.get(ref)?.items ?? 0), unpublished: items })
  return [...rows.values()].sort((a, b) => b.items - a.items || compareText(a.ref, b.ref))
}

/** Names of files are for those who work with evidence. */
const listFaulty = async ({ record, actor }: DeskContext, dossierId: number) =>
  may(actor.role, 'evidence.write') ? listFaultyFiles(record.app, dossierId, shown) : { rows: [], total: 0 }

/** What needs work in a dossier today; the number of queries does not depend on how much. */
export async function getWork(ctx: DeskContext, dossier: string): Promise<z.infer<typeof work>> {
  const resolved = await getCut(ctx, { dossier })
  const { dossierId } = resolved.record
  const { app } = ctx.record
  const [stale, contradicted, milestones, deadLinks, faultyFiles, outdated] = await Promise.all([
    listKeptStale(ctx, resolved),
    listAgainst(ctx, resolved),
    listNear(ctx, resolved),
    listDeadLinks(app, dossierId, shown),
    listFaulty(ctx, dossierId),
    listOutdated(app, dossierId, shown),
  ])
  return {
    stale,
    contradicted: { total: contradicted.length, rows: contradicted.slice(0, shown) },
    milestones: [...milestones],
    deadLinks,
    faultyFiles,
    outdated,
  }
}

/** How much of each kind there is: what stands in the navigation of every page of the desk. */
export async function countWork(ctx: DeskContext, dossier: string): Promise<z.infer<typeof workCounts>> {
  const resolved = await getCut(ctx, { dossier })
  const { dossierId } = resolved.record
  const { app } = ctx.record
  const [own, stale, contradicted, milestones, deadLinks, faultyFiles, outdated] = await Promise.all([
    countOwnWork(app, { dossierId, userId: ctx.actor.id, today: resolved.today }),
    listKeptStale(ctx, resolved),
    listAgainst(ctx, resolved),
    listNear(ctx, resolved),
    listDeadLinks(app, dossierId, 1),
    listFaulty(ctx, dossierId),
    listOutdated(app, dossierId, 1),
  ])
  return {
    ...own,
    stale: stale.total,
    contradicted: contradicted.length,
    milestones: milestones.length,
    deadLinks: deadLinks.total,
    faultyFiles: faultyFiles.total,
    outdated: outdated.total,
  }
}
