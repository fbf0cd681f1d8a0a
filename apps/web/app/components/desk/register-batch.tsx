import { Link } from '@remix-run/react'
import type { BatchInput } from '@waymark/api/features/register/batch.input'
import { MarkWord } from '@waymark/ui/marks'
import { useDeskWords } from './use-desk-words.ts'
import type { RegisterRow } from './views.ts'

/** Faults by row: what is named is what the reader knows it by. */
export function BatchFaults({
  faults,
}: {
  faults: readonly { readonly name: string; readonly message: string }[]
}) {
  const { t } = useDeskWords()
  const copy = t.batch
  if (faults.length === 0) return null
  return (
    <section className="stop" role="alert" id="errors">
      <p>{copy.problems}</p>
      <ul className="dots">
        {faults.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            <strong>{name}</strong> {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every change that a batch would make, old beside new, and the button that makes them. */
export function BatchPreview({
  rows,
  now,
  fields,
  backHref,
}: {
  rows: BatchInput['rows']
  now: readonly RegisterRow[]
  /** What was typed, to be sent again as it is. */
  fields: Readonly<Record<string, string>>
  backHref: string
}) {
  const { formatDate, getFindingWord, getStandingWord, t } = useDeskWords()
  const copy = t.batch
  const before = new Map(now.map((row) => [row.ref, row]))
  return (
    <form method="post" aria-label={copy.submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2>{copy.previewHeading(rows.length)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={copy.previewHeading(rows.length)}>
        <table className="grid">
          <thead>
            <tr>
              {Object.values(copy.heads).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const old = before.get(row.ref)
              const next = { level: row.level ?? null, state: row.state ?? null, contrary: row.contrary }
              return (
                <tr key={row.ref}>
                  <td className="nowrap quiet">{row.ref}</td>
                  <th scope="row">{old?.title}</th>
                  <td data-l={copy.heads.now}>
                    {old === undefined ? copy.nothing : <MarkWord {...getStandingWord(old.standing)} />}
                  </td>
                  <td data-l={copy.heads.next}>
                    <MarkWord {...getFindingWord(next)} />
                  </td>
                  <td data-l={copy.heads.effective}>{formatDate(row.effective)}</td>
                  <td className="quiet">
                    {old !== undefined && old.waiting > 0 ? copy.waits(old.waiting) : ''}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <div className="acts bare">
        <button type="submit" name="intent" value="submit" className="btn-main">
          {copy.submit}
        </button>
        <Link to={backHref} reloadDocument>
          {copy.back}
        </Link>
      </div>
    </form>
  )
}
