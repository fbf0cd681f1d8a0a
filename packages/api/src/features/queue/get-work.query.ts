import { may } from '@waymark/access/permission'
import {
  countOwnWork,
  listContradicted,
  listDeadLinks,
  listFaultyFiles,
  listOutdated,
  listStale,
} from '@waymark/db/queries/queue.query'
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
    listContradicted(app, resolved.record, ctx.actor.id, shown),
    listNear(ctx, resolved),
    listDeadLinks(app, dossierId, shown),
    listFaulty(ctx, dossierId),
    listOutdated(app, dossierId, shown),
  ])
  return { stale, contradicted, milestones: [...milestones], deadLinks, faultyFiles, outdated }
}

/** How much of each kind there is: what stands in the navigation of every page of the desk. */
export async function countWork(ctx: DeskContext, dossier: string): Promise<z.infer<typeof workCounts>> {
  const resolved = await getCut(ctx, { dossier })
  const { dossierId } = resolved.record
  const { app } = ctx.record
  const [own, stale, contradicted, milestones, deadLinks, faultyFiles, outdated] = await Promise.all([
    countOwnWork(app, { dossierId, userId: ctx.actor.id, today: resolved.today }),
    listKeptStale(ctx, resolved),
    listContradicted(app, resolved.record, ctx.actor.id, 1),
    listNear(ctx, resolved),
    listDeadLinks(app, dossierId, 1),
    listFaulty(ctx, dossierId),
    listOutdated(app, dossierId, 1),
  ])
  return {
    ...own,
    stale: stale.total,
    contradicted: contradicted.total,
    milestones: milestones.length,
    deadLinks: deadLinks.total,
    faultyFiles: faultyFiles.total,
    outdated: outdated.total,
  }
}
