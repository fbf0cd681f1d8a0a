import {
  getDeskMilestone,
  getDossierId,
  listDeskCommitments,
  listDeskLinks,
  listDeskWaivers,
  listLinkageChoices,
  listLinkCandidates,
  listLinkVersions,
} from '@waymark/db/queries/desk-linkage.query'
import { listGates, listMilestones } from '@waymark/db/queries/gate.query'
import { listAreaChoices, listRegister } from '@waymark/db/queries/recommendation.query'
import { isTooLate } from '@waymark/linkage/link'
import type { z } from 'zod'
import { buildGateViews } from '../../common/build-gates.ts'
import { parseStanding } from '../../common/build-refs.ts'
import { type Context, getToday } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { candidatesInput, LinkInput, linkTarget } from './link.input.ts'
import {
  type deskLink,
  type linkageChoices,
  type linkCandidates,
  type linkPreview,
  mostCandidates,
} from './link.view.ts'

const everythingKnown = '9999-12-31T23:59:59.999Z'

/** The dossier, or the answer that it does not exist. */
async function getDossier(ctx: Context, key: string): Promise<number> {
  const id = await getDossierId(ctx.record.app, key)
  if (id === null) throw buildRefusalError({ code: 'not-found' })
  return id
}

/** What the forms offer; six queries. Refusals: `not-found`. */
export async function getLinkageChoices(
  ctx: Context,
  dossier: string,
): Promise<z.infer<typeof linkageChoices>> {
  const { app } = ctx.record
  const dossierId = await getDossier(ctx, dossier)
  const [{ milestones, ...choices }, commitments] = await Promise.all([
    listLinkageChoices(app, dossierId),
    listDeskCommitments(app, dossierId),
  ])
  return {
    ...choices,
    milestones: milestones.map(({ key, title, trackKey, kind, planned, occurred }) => ({
      key,
      title,
      track: trackKey,
      kind,
      planned,
      occurred,
    })),
    commitments: commitments.map(({ key, summary, actorName, date }) => ({
      key,
      title: summary,
      actor: actorName,
      date,
    })),
  }
}

/** One link with its history. Refusals: `not-found`. */
export async function getDeskLink(
  ctx: Context,
  input: z.infer<typeof linkTarget>,
): Promise<z.infer<typeof deskLink>> {
  const { app, public: db } = ctx.record
  const dossierId = await getDossier(ctx, input.dossier)
  const [link] = await listDeskLinks(app, dossierId, input)
  if (link === undefined) throw buildRefusalError({ code: 'not-found' })
  const cut = { dossierId, asOf: getToday(ctx), knownAt: everythingKnown }
  const [versions, waivers, milestones, gates] = await Promise.all([
    listLinkVersions(app, link.id),
    listDeskWaivers(app, link.id),
    listMilestones(db, cut, link.milestone),
    listGates(db, cut, { recommendationIds: [link.recommendationId] }),
  ])
  const [gate] = await buildGateViews(
    db,
    cut,
    gates.filter((g) => g.linkId === link.id),
    milestones,
  )
  const [milestone] = milestones
  return {
    ref: link.ref,
    title: link.title,
    issued: link.issued,
    milestone: {
      key: link.milestone,
      title: milestone?.title ?? link.milestone,
      occurred: link.occurred,
      planned: milestone?.planned ?? null,
    },
    version: link.versionId,
    role: link.role,
    required: link.required,
    note: link.note,
    commitments: link.commitments,
    ended: link.ended,
    gate: gate ?? null,
    versions: versions.map(({ id, ...version }) => ({ version: id, ...version })),
    waivers: waivers.map(({ id, versionId, sourceKey, sourceTitle, ...waiver }) => ({
      waiver: id,
      version: versionId,
      source: { key: sourceKey, title: sourceTitle },
      ...waiver,
    })),
  }
}

/** What linking these recommendations would do. Refusals: `not-found`, `not-in-dossier` (milestone). */
export async function getLinkPreview(ctx: Context, input: LinkInput): Promise<z.infer<typeof linkPreview>> {
  const { app } = ctx.record
  const dossierId = await getDossier(ctx, input.dossier)
  const milestone = await getDeskMilestone(app, dossierId, input.milestone)
  if (milestone === null)
    throw buildRefusalError({ code: 'not-in-dossier', path: 'milestone', params: { key: input.milestone } })
  const found = await listLinkCandidates(app, dossierId, milestone.id, input.recommendations)
  const known = new Set(found.map((r) => r.ref))
  return {
    rows: found.map(({ ref, title, area, issued, role }) => ({
      ref,
      title,
      area,
      issued,
      obstacle:
        role !== null
          ? 'already-linked'
          : isTooLate({ role: input.role, issued, occurred: milestone.occurred })
            ? 'linked-before-issue'
            : null,
    })),
    missing: input.recommendations.filter((ref) => !known.has(ref)),
  }
}

/** Recommendations to choose from for a milestone, by the filters of the register. Refusals: `not-found`. */
export async function listCandidates(
  ctx: Context,
  { dossier, milestone: key, area, standing, q = '' }: z.infer<typeof candidatesInput>,
): Promise<z.infer<typeof linkCandidates>> {
  const { app, public: db } = ctx.record
  const dossierId = await getDossier(ctx, dossier)
  const milestone = await getDeskMilestone(app, dossierId, key)
  if (milestone === null) throw buildRefusalError({ code: 'not-found' })
  const cut = { dossierId, asOf: getToday(ctx), knownAt: everythingKnown }
  const words = q.split(/\s+/).filter((word) => word !== '')
  const filter = {
    ...(area === undefined ? {} : { area }),
    ...(standing === undefined ? {} : { standing }),
    words: words.slice(0, 10),
    sort: { by: 'ref', descending: false },
    limit: mostCandidates,
    offset: 0,
  } as const
  const [{ rows, total }, areas] = await Promise.all([
    listRegister(db, cut, filter),
    listAreaChoices(db, cut),
  ])
  const links = await listLinkCandidates(
    app,
    dossierId,
    milestone.id,
    rows.map((row) => row.ref),
  )
  const linked = new Set(links.filter(({ role }) => role !== null).map(({ ref }) => ref))
  return {
    milestone: { key, title: milestone.title },
    rows: rows.map(({ ref, title, areaTitle, issued, word, level }) => ({
      ref,
      title,
      area: areaTitle,
      issued,
      standing: parseStanding(word, level),
      linked: linked.has(ref),
    })),
    total,
    areas: areas.map((one) => ({ key: one.key, title: one.title })),
  }
}
