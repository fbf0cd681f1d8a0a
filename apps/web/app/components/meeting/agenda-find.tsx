import type { FoundRecords } from '@waymark/api/features/meeting/meeting-agenda.view'
import { InputField } from '@waymark/ui/field'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { IntentButton } from './intent-button.tsx'
import { buildMeetingHref } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'

/** What was looked for, and what of it can be put on. */
export type Found = { readonly q: string; readonly result: FoundRecords | null }

/** Looks for records by their words; each that is found is put on the agenda by a button. */
export function AgendaFind({ page: { meeting }, found: { q, result } }: { page: MeetingPage; found: Found }) {
  const { t, localise } = useDeskWords()
  const copy = t.meeting.agenda
  const href = buildMeetingHref({ dossier: meeting.dossier.key, meeting: meeting.meeting })
  return (
    <section id="find" className="find" aria-labelledby="find-heading">
      <h3 id="find-heading">{copy.findRecord}</h3>
      {/* Not by script: the answer is further down the same page, where only the address leads. */}
      <form method="get" action={localise(`${href}#find`)} aria-labelledby="find-heading">
        <InputField
          id="find-words"
          name="find"
          type="search"
          label={copy.findWords}
          hint={t.search.hint}
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
        />
        <div className="acts bare">
          <button type="submit">{t.search.search}</button>
        </div>
      </form>
      {result !== null && <FoundList page={meeting} result={result} />}
    </section>
  )
}

function FoundList({ page, result }: { page: MeetingPage['meeting']; result: FoundRecords }) {
  const { t } = useDeskWords()
  const copy = t.meeting.agenda
  const here = new Set(page.items.map(({ id }) => id))
  if (!result.searched) return <p role="status">{t.search.tooShort}</p>
  if (result.records.length === 0) return <p role="status">{t.search.none}</p>
  return (
    <>
      <ul className="found">
        {result.records.map(({ item, kind, key, title }) => (
          <li key={item}>
            <p>
              {title}{' '}
              <span className="ref">
                {copy.kinds[kind]}
                {kind === 'recommendation' && ` ${key}`}
              </span>
            </p>
            {here.has(item) ? (
              <p className="quiet">{copy.isOn}</p>
            ) : (
              <IntentButton
                intent="add-record"
                label={copy.put}
                name={copy.putOf(title)}
                fields={{ kind, key }}
              />
            )}
          </li>
        ))}
      </ul>
      {result.more && <p className="hint">{copy.moreFound}</p>}
    </>
  )
}
