import type { TranslationPlan } from '@waymark/api/features/translation/translation.view'
import { SelectField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { PageForm, PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

export type TableOutcome = {
  readonly message: string | null
  readonly plan: TranslationPlan | null
  readonly file: { readonly name: string; readonly base64: string } | null
}

const listLanguages = ({ t }: DeskWords) =>
  Object.entries(t.translation.languages).map(([value, label]) => ({ value, label }))

/** Translations as a table to take out, and one to bring in: first what it would do, then the button that does it. */
export function TranslationTable({
  dossier,
  outcome,
}: {
  dossier: string
  outcome: TableOutcome | undefined
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.translation.table
  const base = `/desk/${dossier}/translations`
  const isOpen = outcome !== undefined
  return (
    <details className="part" open={isOpen}>
      <summary>
        <h2>{copy.title}</h2>
      </summary>
      <p className="hint">{copy.lead}</p>
      <PageForm method="post" action={`${base}/table`} className="inline" aria-label={copy.takeOut}>
        <SelectField
          id="table-language"
          name="language"
          label={copy.language}
          options={listLanguages(words)}
          defaultValue="ru"
        />
        <button type="submit" className="btn" name="format" value="xlsx">
          {copy.takeOut}: {copy.xlsx}
        </button>
        <button type="submit" className="btn" name="format" value="csv">
          {copy.takeOut}: {copy.csv}
        </button>
      </PageForm>
      {outcome?.plan ? (
        <Plan plan={outcome.plan} file={outcome.file} base={base} />
      ) : (
        <form method="post" encType="multipart/form-data" aria-label={copy.bringIn}>
          {outcome?.message != null && (
            <p className="error" role="alert">
              {outcome.message}
            </p>
          )}
          <p>
            <label htmlFor="table-file">{copy.file}</label>{' '}
            <span className="hint" id="table-file-hint">
              {copy.fileHint}
            </span>
          </p>
          <p>
            <input
              type="file"
              id="table-file"
              name="file"
              accept=".csv,.xlsx"
              aria-describedby="table-file-hint"
            />
          </p>
          <button type="submit" className="btn" name="intent" value="check">
            {copy.look}
          </button>
        </form>
      )}
    </details>
  )
}

function Plan({ plan, file, base }: { plan: TranslationPlan; file: TableOutcome['file']; base: string }) {
  const { t } = useDeskWords()
  const copy = t.translation.table
  const { added, changed, unchanged, errors, errorCount, basis } = plan
  return (
    <section aria-labelledby="table-plan">
      <h3 id="table-plan">{copy.planTitle}</h3>
      <p role="status">{copy.plan(added, changed, unchanged)}</p>
      {errorCount > 0 && (
        <>
          <p className="error">{copy.errors(errorCount)}</p>
          <ul>
            {errors.map(({ row, code, name }) => (
              <li key={row}>
                {copy.row(row, name)}: {copy.faults[code]}
              </li>
            ))}
          </ul>
        </>
      )}
      {errorCount === 0 && added + changed === 0 && <p>{copy.nothing}</p>}
      {errorCount === 0 && added + changed > 0 && file !== null && (
        <form method="post" encType="multipart/form-data" aria-label={copy.confirm}>
          <input type="hidden" name="name" value={file.name} />
          <input type="hidden" name="base64" value={file.base64} />
          <input type="hidden" name="basis" value={basis} />
          <button type="submit" className="btn btn-main" name="intent" value="import">
            {copy.confirm}
          </button>
        </form>
      )}
      <p>
        <PageLink href={base}>{copy.again}</PageLink>
      </p>
    </section>
  )
}
