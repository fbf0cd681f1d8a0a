import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { defaultReviewMonths } from '@waymark/recommendation/recommendation'
import { addToTally, createRowsOf, getRoot, getRoots, type Loader, loadTable, type Placed } from './loader.ts'

/** Root ids by key of everything that later rows refer to. */
export type Roots = Record<
  'actor' | 'source' | 'area' | 'round' | 'commitment' | 'track' | 'milestone' | 'recommendation' | 'step',
  ReadonlyMap<string, number>
>

const byKey = <Row>(placed: readonly Placed<Row>[], keyOf: (row: Row) => string) =>
  placed.map((p) => ({ key: keyOf(p.row), rootId: p.rootId }))
const ownKey = (row: { key: string }) => row.key

/** Loads actors, sources, areas, rounds, commitments, tracks, milestones and recommendations with their parts. */
export async function loadStructure(loader: Loader, file: DossierFile): Promise<Roots> {
  const actors = await loadTable(loader, {
    table: 'actor',
    rows: file.actors,
    keyOf: ownKey,
    columnsOf: ({ key, name, kind }) => ({ key, name, kind }),
  })
  const actor = await getRoots(loader, 'actor', byKey(actors, ownKey))
  const sources = await loadSources(loader, file)
  const source = await getRoots(loader, 'source', byKey(sources, ownKey))
  const areas = await loadTable(loader, {
    table: 'area',
    rows: file.areas,
    keyOf: ownKey,
    columnsOf: (a) => ({ key: a.key, title: a.title, summary: a.summary, position: a.order }),
  })
  const area = await getRoots(loader, 'area', byKey(areas, ownKey))
  const rounds = await loadTable(loader, {
    table: 'round',
    rows: file.rounds,
    keyOf: ownKey,
    columnsOf: (r) => ({
      key: r.key,
      title: r.title,
      date: r.date,
      place: r.place ?? null,
      source_id: getRoot(source, r.source),
    }),
  })
  const round = await getRoots(loader, 'round', byKey(rounds, ownKey))
  const commitments = await loadTable(loader, {
    table: 'commitment',
    rows: file.commitments,
    keyOf: ownKey,
    columnsOf: (c) => ({
      key: c.key,
      actor_id: getRoot(actor, c.actor),
      date: c.date,
      summary: c.summary,
      source_id: getRoot(source, c.source),
      locator: c.locator ?? null,
    }),
  })
  const commitment = await getRoots(loader, 'commitment', byKey(commitments, ownKey))
  const tracks = await loadTable(loader, {
    table: 'track',
    rows: file.tracks,
    keyOf: ownKey,
    columnsOf: ({ key, title }) => ({ key, title }),
  })
  const track = await getRoots(loader, 'track', byKey(tracks, ownKey))
  const milestones = await loadTable(loader, {
    table: 'milestone',
    rows: file.milestones,
    keyOf: ownKey,
    columnsOf: (m) => ({
      key: m.key,
      track_id: getRoot(track, m.track),
      kind: m.kind,
      title: m.title,
      planned: m.planned ?? null,
      occurred: m.occurred ?? null,
      source_id: getRoot(source, m.source),
      locator: m.locator ?? null,
    }),
  })
  const milestone = await getRoots(loader, 'milestone', byKey(milestones, ownKey))
  for (const placed of [actors, sources, areas, rounds, commitments, tracks, milestones])
    addToTally(loader, placed)
  const { recommendation, step } = await loadRecommendations(loader, file, { actor, source, area })
  return { actor, source, area, round, commitment, track, milestone, recommendation, step }
}

async function loadSources(loader: Loader, file: DossierFile) {
  const sources = await loadTable(loader, {
    table: 'source',
    rows: file.sources,
    keyOf: ownKey,
    columnsOf: (s) => ({
      key: s.key,
      title: s.title,
      publisher: s.publisher,
      kind: s.kind,
      date: s.date,
      url: s.url ?? null,
      language: s.language,
      file: s.file ?? null,
    }),
  })
  // What a dossier file lists is public from the start; what a table lists, once something public rests on it.
  if (loader.tables !== undefined) return sources
  const fresh = sources.filter((s) => s.outcome === 'added')
  await createRowsOf(
    loader,
    'source_publication',
    fresh.map((s) => ({ source_id: s.rootId, entry: loader.w.entry, recorded_at: loader.recordedAt })),
  )
  return sources
}

async function loadRecommendations(
  loader: Loader,
  file: DossierFile,
  roots: Pick<Roots, 'actor' | 'source' | 'area'>,
) {
  const ownRef = (r: { ref: string }) => r.ref
  const placed = await loadTable(loader, {
    table: 'recommendation',
    rows: file.recommendations,
    keyOf: ownRef,
    contentOf: ({ steps: _, ...rest }) => rest,
    columnsOf: (r) => ({
      key: r.ref,
      area_id: getRoot(roots.area, r.area),
      title: r.title,
      text: r.text,
      basis: r.basis,
      wording: r.wording,
      source_id: getRoot(roots.source, r.source),
      locator: r.locator ?? null,
      issued: r.issued,
      criterion: r.criterion ?? null,
      review_months: r.reviewEveryMonths ?? defaultReviewMonths,
    }),
  })
  const recommendation = await getRoots(loader, 'recommendation', byKey(placed, ownRef))
  const written = placed.filter((p) => p.outcome !== 'unchanged')
  const { entry } = loader.w
  const actorsOf = (role: string, versionId: number, keys: readonly string[]) =>
    keys.map((key, position) => ({
      version_id: versionId,
      role,
      position,
      actor_id: getRoot(roots.actor, key),
      entry,
    }))
  await createRowsOf(
    loader,
    'recommendation_actor',
    written.flatMap(({ row, versionId }) => [
      ...actorsOf('issued-by', versionId, row.issuedBy),
      ...actorsOf('addressee', versionId, row.addressees),
      ...actorsOf('responsible', versionId, row.responsible ?? []),
    ]),
  )
  await createRowsOf(
    loader,
    'recommendation_lineage',
    written.flatMap(({ row, versionId }) =>
      (row.lineage ?? []).map((l, position) => ({
        version_id: versionId,
        position,
        kind: l.kind,
        target_id: getRoot(recommendation, l.ref),
        entry,
      })),
    ),
  )
  const steps = await loadTable(loader, {
    table: 'progress_step',
    rows: file.recommendations.flatMap((r) =>
      (r.steps ?? []).map((s, position) => ({ ref: r.ref, position, ...s })),
    ),
    keyOf: (s) => `${s.ref}|${s.key}`,
    columnsOf: (s) => ({
      key: `${s.ref}|${s.key}`,
      recommendation_id: getRoot(recommendation, s.ref),
      step: s.key,
      position: s.position,
      kind: s.kind,
      text: s.text,
    }),
  })
  const step = await getRoots(
    loader,
    'progress_step',
    byKey(steps, (s) => `${s.ref}|${s.key}`),
  )
  // A step is a part of its recommendation: a change there is a change of that row of the file.
  const touched = new Set(steps.filter((s) => s.outcome !== 'unchanged').map((s) => s.row.ref))
  addToTally(
    loader,
    placed.map((p) => ({
      outcome: p.outcome === 'unchanged' && touched.has(p.row.ref) ? 'corrected' : p.outcome,
    })),
  )
  return { recommendation, step }
}
