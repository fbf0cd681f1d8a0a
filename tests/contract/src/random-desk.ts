import { recordPublicChange } from '@waymark/api/common/record-sources'
import { createRows } from '@waymark/db/bulk-insert'
import { inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { ok } from '@waymark/kernel/result'
import { days, partialDates } from '@waymark/kit/arbitraries'
import { type DeskActs, getEnded, getFirstDay, getOccurred, noDeskActs } from '@waymark/kit/desk-acts'
import { arrangedDay } from '@waymark/kit/gate-arbitrary'
import fc from 'fast-check'
import { people } from './full-record.ts'
import { operator, type TestRecord } from './open-test-record.ts'
import { type Loaded, loadHistory, type RandomHistory } from './random-dossier.ts'
import { getRefusal } from './refusal.ts'

type Row = Readonly<Record<string, unknown>>
type Table = 'linkage' | 'waiver' | 'milestone' | 'milestone_event'

const dates = () => partialDates({ from: 2010, to: 2016 })
const act = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end'), on: fc.nat(), date: fc.option(dates()) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('waive'), on: fc.nat(), date: dates() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end-waiver'), on: fc.nat(), date: dates() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('move'), on: fc.nat(), date: dates(), to: dates() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel'), on: fc.nat(), date: dates() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void'), on: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('occur'), on: fc.nat(), date: fc.option(dates()) }) },
)
export type RandomAct = typeof act extends fc.Arbitrary<infer T> ? T : never

/** What the desk might record, one after another; `on` chooses what it is about. */
export const randomActs = (): fc.Arbitrary<RandomAct[]> => fc.array(act, { minLength: 6, maxLength: 14 })

/** The same without corrections of what occurred when. */
export const randomLaterActs = (): fc.Arbitrary<RandomAct[]> =>
  randomActs().map((all) => all.filter(({ kind }) => kind !== 'occur'))

/** A dossier after the import and after acts of the desk, looked at also between those and after all of them. */
export async function loadDeskHistory(
  record: TestRecord,
  history: RandomHistory & { readonly acts: readonly RandomAct[] },
): Promise<Loaded> {
  const loaded = await loadHistory(record, history)
  const desk = await recordActs(record, loaded, history.acts)
  const model = { ...loaded.model, desk }
  const instants = Object.values(desk)
    .flat()
    .map((one) => one.recordedAt)
    .sort()
  const between = history.cuts.flatMap(({ asOf, instant, justBefore }) => {
    const at = instants[instant % Math.max(instants.length, 1)]
    if (at === undefined) return []
    return [{ asOf, knownAt: justBefore ? new Date(Date.parse(at) - 1).toISOString() : at }]
  })
  const last = await getChangedAt(record, loaded.dossier)
  return {
    ...loaded,
    model,
    moments: [...loaded.moments, ...between, { asOf: arrangedDay, knownAt: last }],
  }
}

export const getChangedAt = async (record: TestRecord, dossier: string): Promise<string> =>
  (await getDossierHead(record.db.public, dossier))?.publicAt ?? ''

/** A day from which on an act may change the gate of a link; null: it changes no gate's state. */
export type Touch = { readonly recommendation: string; readonly milestone: string; readonly day: string }

/**
 * Records acts, each by its command, or past it where the command refuses: rules of reading must hold whatever is on
 * record. Gives what the model needs, after what it had already.
 */
export async function recordActs(
  record: TestRecord,
  { dossier, dossierId, model }: Loaded,
  acts: readonly RandomAct[],
  note: (touch: Touch) => void = () => {},
): Promise<DeskActs> {
  const { reviewer } = people(record)
  const { ends, waivers, events, occurrences } = model.desk ?? noDeskActs
  const made = { ends: [...ends], waivers: [...waivers], events: [...events], occurrences: [...occurrences] }
  const { linkages, milestones } = model.file
  const pick = <T>(of: readonly T[], n: number): T | undefined => of[n % Math.max(of.length, 1)]
  const cited = { source: 'briefing' }
  const reason = 'Invented reason.'
  const now = () => getChangedAt(record, dossier)
  const or = async (command: Promise<unknown>, directly: () => Promise<unknown>) => {
    if ((await getRefusal(command)).code !== 'accepted') await directly()
    return now()
  }
  const direct = (table: Table, head: number | null, columns: Row) =>
    recordDirectly(record, dossierId, table, head, columns)
  const later = '9999-12-31T00:00:00.000Z'
  for (const { kind, on, ...said } of acts) {
    const date = 'date' in said ? said.date : null
    const link = pick(linkages, on)
    const milestone = pick(milestones, on)
    const target = { dossier, milestone: link?.milestone ?? '', ref: link?.recommendation ?? '' }
    const place = { dossier, key: milestone?.key ?? '' }
    if (kind === 'end' && link) {
      const { version } = await reviewer.link.get(target)
      const day = getFirstDay([getEnded(made, link, later), date])
      if (day !== null) note({ ...link, day })
      const recordedAt = await or(
        reviewer.link.end({ ...target, basedOn: version, ended: date, reason }),
        () => direct('linkage', version, { ended: date }),
      )
      made.ends.push({ ...link, ended: date, recordedAt })
    } else if (kind === 'waive' && link && date !== null) {
      note({ ...link, day: getFirstDay([date]) ?? '' })
      const [root] = await record.query<{ id: string }>(
        `select l.id from waymark.linkage l join waymark.recommendation r on r.id = l.recommendation_id
         join waymark.milestone m on m.id = l.milestone_id where l.dossier_id = $1 and l.supersedes_id is null and r.key = $2 and m.key = $3`,
        [dossierId, link.recommendation, link.milestone],
      )
      const why = 'Invented: set aside.'
      const recordedAt = await or(reviewer.link.waive({ ...target, effective: date, why, ...cited }), () =>
        direct('waiver', null, { linkage_id: Number(root?.id), effective: date, ended: null, why }),
      )
      const [last] = await listLatest(record, 'waiver', dossierId)
      made.waivers.push({ ...link, waiver: last?.root ?? 0, effective: date, ended: null, recordedAt })
    } else if (kind === 'end-waiver' && date !== null) {
      const chosen = pick(made.waivers, on)
      const waiver = made.waivers.findLast((one) => one.waiver === chosen?.waiver)
      const head = (await listLatest(record, 'waiver', dossierId)).find((one) => one.root === waiver?.waiver)
      // A waiver that ends before it began cannot even be stored.
      if (!waiver || !head || (getFirstDay([date]) ?? '') < (getFirstDay([waiver.effective]) ?? '')) continue
      note({ ...waiver, day: getFirstDay([waiver.ended, date]) ?? '' })
      const { recommendation: ref, milestone: key } = waiver
      const recordedAt = await or(
        reviewer.link.endWaiver({
          dossier,
          ref,
          milestone: key,
          waiver: waiver.waiver,
          basedOn: head.id,
          ended: date,
          reason,
        }),
        () => direct('waiver', head.id, { ended: date }),
      )
      made.waivers.push({ ...waiver, ended: date, recordedAt })
    } else if ((kind === 'move' || kind === 'cancel') && milestone && date !== null) {
      const planned = 'to' in said ? said.to : null
      const event = { ...place, effective: date, ...cited }
      const columns = { effective: date, planned, void: false }
      const { id } = await getMilestone(record, dossierId, milestone.key)
      const recordedAt = await or(
        planned === null ? reviewer.milestone.cancel(event) : reviewer.milestone.move({ ...event, planned }),
        () =>
          direct('milestone_event', null, {
            ...columns,
            milestone_id: id,
            kind: planned === null ? 'cancelled' : 'moved',
          }),
      )
      const [last] = await listLatest(record, 'milestone_event', dossierId)
      made.events.push({
        ...columns,
        milestone: milestone.key,
        event: last?.root ?? 0,
        kind: planned === null ? 'cancelled' : 'moved',
        recordedAt,
      })
    } else if (kind === 'void') {
      const event = pick(made.events, on)
      if (!event || made.events.some((one) => one.event === event.event && one.void)) continue
      await reviewer.milestone.void({ dossier, key: event.milestone, event: event.event, reason })
      made.events.push({ ...event, void: true, recordedAt: await now() })
    } else if (kind === 'occur' && milestone) {
      const { version, title, planned, kind: same } = await reviewer.milestone.desk(place)
      if (getOccurred(made, milestone, later) === date) continue
      const says = { kind: same, title, ...(planned !== null && { planned }), ...cited, reason }
      const recordedAt = await or(
        reviewer.milestone.correct({
          ...place,
          ...says,
          basedOn: version,
          ...(date !== null && { occurred: date }),
        }),
        () => direct('milestone', version, { occurred: date }),
      )
      made.occurrences.push({ milestone: milestone.key, occurred: date, recordedAt })
    }
  }
  return made
}

const getMilestone = async (record: TestRecord, dossierId: number, key: string) => {
  const [row] = await record.query<{ id: string }>(
    'select id from waymark.milestone where dossier_id = $1 and key = $2 and supersedes_id is null',
    [dossierId, key],
  )
  return { id: Number(row?.id) }
}

/** Latest versions of the rows of a table, the last recorded first. */
const listLatest = async (record: TestRecord, table: Table, dossierId: number) =>
  (
    await record.query<{ id: string; root: string }>(
      `select id, root_id as root from waymark.${table} t where dossier_id = $1
       and not exists (select from waymark.${table} later where later.supersedes_id = t.id) order by id desc`,
      [dossierId],
    )
  ).map(({ id, root }) => ({ id: Number(id), root: Number(root) }))

/** Writes a version (of the row `head`, or a first one) with what no command would accept. */
async function recordDirectly(
  record: TestRecord,
  dossierId: number,
  table: Table,
  head: number | null,
  columns: Row,
): Promise<void> {
  const [before] =
    head === null ? [] : await record.query<Row>(`select * from waymark.${table} where id = $1`, [head])
  const [source] = await record.query<{ id: string }>(
    'select id from waymark.source where dossier_id = $1 order by id limit 1',
    [dossierId],
  )
  await inTransaction(record.db.app, operator, async (w: Write) => {
    const id = await w.reserveIds(1)
    const kept = Object.entries(
      before ?? { dossier_id: dossierId, source_id: Number(source?.id), file_hash: null },
    )
    const row = {
      ...Object.fromEntries(kept.filter(([name]) => !name.endsWith('_last'))),
      ...columns,
      id,
      root_id: before?.root_id ?? id,
      supersedes_id: head,
      reason: head === null ? null : 'Invented reason.',
      entry: w.entry,
      recorded_at: w.recordedAt,
    }
    await createRows(w.trx, table, [row])
    if (table === 'linkage') {
      const rests = await record.query<Row>(
        'select * from waymark.linkage_commitment where version_id = $1',
        [head],
      )
      const again = rests.map((one) => ({ ...one, version_id: id, entry: w.entry }))
      await createRows(w.trx, 'linkage_commitment', again)
    }
    await recordPublicChange(w, dossierId)
    return ok({
      value: null,
      account: { action: 'test.write', subject: { kind: table, dossier: null, key: null } },
    })
  })
}

/** Days on which a reader may look. */
export const lookDays = () => fc.array(days({ from: 2009, to: 2018 }), { minLength: 1, maxLength: 3 })
