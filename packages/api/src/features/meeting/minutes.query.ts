import { mayReadCase } from '@waymark/access/visibility'
import { listOfCases } from '@waymark/db/queries/action-point.query'
import { getMeetingHead } from '@waymark/db/queries/meeting.query'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import { sha256 } from '@waymark/ledger/hash'
import { parseItemId } from '@waymark/meeting/item-id'
import { getItem, type Meeting } from '@waymark/meeting/meeting'
import { buildMinutes, type ItemClass, isFor, restrictMinutes } from '@waymark/meeting/minutes'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { getStricter, readNames } from './get-meeting.query.ts'
import { loadMeeting } from './load-meeting.ts'
import type { MinutesInput } from './meeting.input.ts'
import type { MinutesView } from './meeting.view.ts'

/** SHA-256 of the canonical JSON of the whole minutes: what approval seals. */
export const hashMinutes = (meeting: Meeting): string => sha256(formatCanonicalJson(buildMinutes(meeting)))

/**
 * The minutes of a meeting as an audience gets them, of what their reader may know. The hash is that of the whole minutes,
 * whoever reads which part. Refusals: `not-found`.
 */
export async function getMinutes(
  { record, actor }: Pick<Context, 'record'> & { readonly actor: Pick<AccountActor, 'role'> },
  { dossier, meeting: id, audience }: MinutesInput,
): Promise<MinutesView> {
  const head = await getMeetingHead(record.app, dossier, id)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  const meeting = await loadMeeting(record.app, id)
  const names = await readNames(record.app, head.dossierId, meeting.items)
  const written = meeting.items.map(({ id: item }) => item).filter((item) => /^(action|decision):/.test(item))
  const ofCases = await listOfCases(record.app, head.dossierId, written)
  const classOf = (item: string): ItemClass => {
    const found = getItem(meeting, item)
    return {
      audience: found?.audience ?? 'internal',
      sensitivity: getStricter(
        found?.sensitivity ?? 'confidential',
        names.get(item)?.sensitivity ?? 'public',
      ),
      isCase: parseItemId(item)?.kind === 'case' || ofCases.has(item),
    }
  }
  const whole = buildMinutes(meeting)
  const known = whole.items.filter(({ id: item }) => mayReadCase(actor.role, classOf(item).sensitivity))
  const { items, ...minutes } = restrictMinutes({ ...whole, items: known }, audience, classOf)
  return {
    dossier: { key: dossier, title: head.dossierTitle },
    meeting: id,
    series: head.seriesTitle,
    number: head.number,
    state: meeting.state,
    amending: meeting.amending,
    audience,
    sha256: hashMinutes(meeting),
    approval: meeting.approval,
    agenda: meeting.agenda,
    minutes: { ...minutes, attendance: [...minutes.attendance] },
    items: items.map((item) => ({
      ...item,
      subject: parseItemId(item.id) ?? { kind: 'topic' as const, key: item.id },
      title: item.title ?? names.get(item.id)?.title ?? null,
      recusals: [...item.recusals],
      decisions: [...item.decisions],
      actions: [...item.actions],
      notes: [...item.notes],
      amendments: [...item.amendments],
      leaves: (['partner', 'delegation'] as const).filter((one) => isFor(one, classOf(item.id))),
    })),
  }
}
