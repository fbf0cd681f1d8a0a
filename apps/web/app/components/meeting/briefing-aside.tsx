import { SelectField } from '@waymark/ui/field'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { Shown } from './briefing-shown.ts'

/** A briefing as a file, and its versions. */
export function BriefingAside({ shown, here }: { shown: Shown; here: string }) {
  const { t, formatDate, formatInstant } = useDeskWords()
  const copy = t.briefing.builder
  const numbers = shown.versions.map(({ version }) => ({
    value: String(version),
    label: copy.version(version),
  }))
  return (
    <>
      <section className="part" id="take" aria-labelledby="take-heading">
        <h2 id="take-heading">{copy.take}</h2>
        <form method="post" action={`${here}/export`} aria-labelledby="take-heading">
          <input type="hidden" name="version" value={shown.version} />
          <SelectField
            id="lang"
            name="lang"
            label={copy.takeIn}
            defaultValue={shown.language}
            options={(['en', 'ru', 'kk'] as const).map((value) => ({
              value,
              label: t.briefing.languages[value],
            }))}
          />
          <div className="acts bare">
            {(['docx', 'pdf', 'html'] as const).map((format) => (
              <button key={format} type="submit" name="format" value={format}>
                {copy.formats[format]}
              </button>
            ))}
          </div>
        </form>
      </section>
      <section className="part" aria-labelledby="versions">
        <h2 id="versions">{copy.versions}</h2>
        <ul>
          {shown.versions.slice(0, 20).map(({ version, by, at, asOf, refreshed }) => (
            <li key={version}>
              <a
                href={`${here}?version=${version}`}
                aria-current={version === shown.version ? 'page' : undefined}
              >
                {copy.version(version)}
              </a>{' '}
              <span className="quiet">
                {t.briefing.changed(by, formatInstant(at))} · {formatDate(asOf)}
                {refreshed && version > 1 && ` · ${copy.refreshed}`}
              </span>
            </li>
          ))}
        </ul>
        {numbers.length > 1 && (
          <form method="get" action={`${here}/compare`} aria-label={copy.compare}>
            <div className="pair">
              <SelectField
                id="from"
                name="from"
                label={copy.compareFrom}
                options={numbers}
                defaultValue={numbers[1]?.value ?? ''}
              />
              <SelectField
                id="to"
                name="to"
                label={copy.compareTo}
                options={numbers}
                defaultValue={numbers[0]?.value ?? ''}
              />
            </div>
            <div className="acts bare">
              <button type="submit">{copy.compare}</button>
            </div>
          </form>
        )}
      </section>
    </>
  )
}
