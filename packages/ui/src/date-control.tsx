export type DateChoice = { readonly value: string; readonly label: string }

export type DateControlWords = {
  readonly date: string
  readonly show: string
  readonly choice: string
  readonly go: string
  /** What the view rests on: "as known on 24 November 2026". The summary of the folded field. */
  readonly known: string
  /** The label of the folded field. */
  readonly knownAt: string
  readonly knownAtHint: string
  /** The first, empty choice when `asOf` is none of the ready-made days. */
  readonly other: string
}

/**
 * Chooses the day that a view shows, by a GET form: a date, or one of the ready-made days; and, folded, what was known.
 *
 * @param action path of the view
 * @param keep other parameters of the view, carried in hidden fields
 * @param knownAt as it stands in the address; left empty when the view shows what is known now
 */
export function DateControl({
  action,
  asOf,
  knownAt = '',
  choices,
  keep = {},
  words,
  dateInput = 'date',
}: {
  action: string
  asOf: string
  knownAt?: string
  choices: readonly DateChoice[]
  keep?: Readonly<Record<string, string>>
  words: DateControlWords
  dateInput?: 'date' | 'text'
}) {
  const kept = Object.entries(keep).filter(([name]) => name !== 'asOf' && name !== 'knownAt')
  const hidden = kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  const isReady = choices.some(({ value }) => value === asOf)
  return (
    <div className="dates">
      <form method="get" action={action}>
        {hidden}
        <div>
          <label htmlFor="asOf">{words.date}</label>
          <input
            id="asOf"
            name="asOf"
            type={dateInput}
            defaultValue={asOf}
            required
            {...(dateInput === 'text' ? { inputMode: 'numeric', size: 11 } : {})}
          />
        </div>
        <button type="submit">{words.show}</button>
        <details open={knownAt !== '' || undefined}>
          <summary>{words.known}</summary>
          <div>
            <label htmlFor="knownAt">{words.knownAt}</label>
            <input id="knownAt" name="knownAt" defaultValue={knownAt} aria-describedby="knownAt-hint" />
            <p className="tiny quiet" id="knownAt-hint">
              {words.knownAtHint}
            </p>
          </div>
        </details>
      </form>
      {choices.length > 0 && (
        <form method="get" action={action}>
          {hidden}
          {knownAt !== '' && <input type="hidden" name="knownAt" value={knownAt} />}
          <div>
            <label htmlFor="asOf-choice">{words.choice}</label>
            <select id="asOf-choice" name="asOf" defaultValue={asOf}>
              {!isReady && <option value={asOf}>{words.other}</option>}
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <button type="submit">{words.go}</button>
        </form>
      )}
    </div>
  )
}
