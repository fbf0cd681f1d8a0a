import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import type { Audience } from '@waymark/meeting/event'
import { languages } from '@waymark/messages/language'
import { SelectField } from '@waymark/ui/field'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildMeetingHref } from './meeting-href.ts'

/** The minutes as files, for an audience and in a language. */
export function MinutesFiles({ meeting, audience }: { meeting: MeetingView; audience: Audience }) {
  const { t, language, localise } = useDeskWords()
  const copy = t.minutes.file
  const { audiences } = t.meeting.agenda
  const href = `${buildMeetingHref({ dossier: meeting.dossier.key, meeting: meeting.meeting })}/minutes`
  return (
    <section className="part" aria-labelledby="files">
      <h2 id="files">{copy.heading}</h2>
      <p className="hint">{copy.hint}</p>
      <form method="post" action={localise(`${href}.docx`)} aria-labelledby="files">
        <div className="pair">
          <SelectField
            id="file-for"
            name="for"
            label={copy.audience}
            defaultValue={audience}
            options={(['internal', 'partner', 'delegation'] as const).map((value) => ({
              value,
              label: audiences[value],
            }))}
          />
          <SelectField
            id="file-lang"
            name="lang"
            label={copy.language}
            defaultValue={language}
            options={languages.map((value) => ({ value, label: copy.languages[value] }))}
          />
        </div>
        <div className="acts bare">
          <button type="submit">{copy.docx}</button>
          <button type="submit" formAction={localise(`${href}.pdf`)}>
            {copy.pdf}
          </button>
          <button type="submit" formAction={localise(`${href}.html`)}>
            {copy.html}
          </button>
        </div>
      </form>
    </section>
  )
}
