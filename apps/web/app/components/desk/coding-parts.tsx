import type { codings } from '@waymark/api/features/coding/coding.view'
import { SelectField } from '@waymark/ui/field'
import type { z } from 'zod'
import { FindingWord } from './finding-words.tsx'
import { PageForm, PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

type Codings = z.infer<typeof codings>

/** What others rated beside an assessment, for those who may see it; and the form that asks for another rating. */
export function SecondRatings({
  of,
  id,
  page,
}: {
  readonly of: Codings
  readonly id: number
  /** The page of second ratings, where asking is sent. */
  readonly page: string
}) {
  const { t } = useDeskWords()
  const copy = t.coding.of
  const open = of.asked.filter(({ done, coder }) => !done && !of.codings.some((one) => one.coder === coder))
  const declined = of.asked.filter(
    ({ done, coder }) => done && !of.codings.some((one) => one.coder === coder),
  )
  return (
    <section className="part" aria-labelledby="second-ratings">
      <h2 id="second-ratings">{copy.heading}</h2>
      {of.codings.some(({ differs }) => differs) && <p className="done">{copy.disagree}</p>}
      {of.codings.length + open.length + declined.length === 0 && <p className="quiet">{copy.none}</p>}
      {of.codings.map((coding) => (
        <div className="comment" key={coding.recordedAt}>
          <p className="line">
            <FindingWord finding={coding.finding} />{' '}
            <span className="quiet">
              {copy.by(coding.coder)}, {coding.differs ? copy.differs : copy.same}
            </span>
          </p>
          <p className="said">{coding.rationale}</p>
        </div>
      ))}
      {open.map(({ coder }) => (
        <p key={coder}>{copy.waits(coder)}</p>
      ))}
      {declined.map(({ coder }) => (
        <p key={coder}>{copy.declined(coder)}</p>
      ))}
      {of.mayAsk && of.colleagues.length > 0 && (
        <PageForm method="post" action={page} aria-label={copy.ask}>
          <input type="hidden" name="id" value={id} />
          <SelectField
            id="coder"
            name="coder"
            label={copy.ask}
            short
            options={[
              { value: '', label: copy.choose },
              ...of.colleagues.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <div className="acts bare">
            <button type="submit" name="intent" value="ask">
              {copy.submit}
            </button>
          </div>
        </PageForm>
      )}
      <p>
        <PageLink className="alone" href={page}>
          {t.coding.title}
        </PageLink>
      </p>
    </section>
  )
}
