import type { MinutesView } from '@waymark/api/features/meeting/meeting.view'
import { SelectField, TextAreaField } from '@waymark/ui/field'
import { FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { getItemTitle, ItemName } from './item-name.tsx'
import { buildItemAnchor } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'
import { MinutesAmendments } from './minutes-amendments.tsx'
import { MinutesWritten } from './minutes-written.tsx'

type Item = MinutesView['items'][number]

/** One item of minutes: decisions and action points first, then what was said; and, in the whole minutes, whom it is for. */
export function MinutesItem({ page, item, isWhole }: { page: MeetingPage; item: Item; isWhole: boolean }) {
  const { t } = useDeskWords()
  const copy = t.minutes
  const recused = item.recusals.map(({ name }) => name).join(', ')
  return (
    <li id={buildItemAnchor(item.id)}>
      <h3>
        <ItemName dossier={page.meeting.dossier.key} item={item} />{' '}
        <span className="ref">
          {t.meeting.agenda.kinds[item.subject.kind]}
          {item.subject.kind === 'recommendation' && ` ${item.subject.key}`}
        </span>
        {item.late && (
          <>
            {' '}
            <strong className="chip">{copy.late}</strong>
          </>
        )}
      </h3>
      {item.dropped !== null && <p className="quiet">{copy.dropped(item.dropped)}</p>}
      {recused !== '' && <p className="quiet">{copy.recused(recused)}</p>}
      <MinutesWritten item={item} />
      <MinutesAmendments page={page} item={item} isWhole={isWhole} />
      {isWhole && <ItemFor page={page} item={item} />}
      {isWhole && <Propose page={page} item={item} />}
    </li>
  )
}

/** Whom the item is marked for, and to whom it leaves by that. */
function ItemFor({ page, item }: { page: MeetingPage; item: Item }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.minutes
  const audience = page.meeting.items.find(({ id }) => id === item.id)?.audience ?? 'internal'
  const furthest = item.leaves.at(-1)
  const leaves =
    furthest !== undefined
      ? copy.leaves[furthest]
      : audience === 'internal'
        ? copy.leaves.none
        : copy.leaves.held
  const state = getFormState(`minutes-for.${item.id}`, { audience }, page.outcome)
  const { audiences, audienceHint } = t.meeting.agenda
  return (
    <>
      <p className="hint">{leaves}</p>
      {page.may.write && page.meeting.state === 'closed' && (
        <FormFrame folded state={state} label={copy.setForOf(getItemTitle(words, item))} submit={copy.setFor}>
          <SelectField
            label={audienceHint}
            options={(['internal', 'partner', 'delegation'] as const).map((value) => ({
              value,
              label: audiences[value],
            }))}
            {...getControl(state, 'audience')}
          />
        </FormFrame>
      )}
    </>
  )
}

/** Whoever was present proposes amendments while the minutes are open for them. */
function Propose({ page: { meeting, me, may, outcome }, item }: { page: MeetingPage; item: Item }) {
  const words = useDeskWords()
  const copy = words.t.minutes.amendments
  const wasThere = meeting.attendance.some(
    ({ attendee, presence }) => attendee.kind === 'user' && attendee.id === me.id && presence === 'present',
  )
  if (!may.write || !meeting.amending || meeting.approval !== null || !wasThere) return null
  const state = getFormState(`amend.${item.id}`, {}, outcome)
  return (
    <FormFrame folded state={state} label={copy.proposeOf(getItemTitle(words, item))} submit={copy.propose}>
      <TextAreaField label={copy.text} rows={3} {...getControl(state, 'text')} />
    </FormFrame>
  )
}
