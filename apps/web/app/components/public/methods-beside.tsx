import { methods } from '@waymark/scoring/methods/registry'
import { DataTable } from '@waymark/ui/data-table'
import { IndexInterval } from '@waymark/ui/index-interval'
import type { AskedCut } from './address.ts'
import { getIndexLabel } from './area-rows.tsx'
import type { Overview } from './scorecard-page.tsx'
import { useWords } from './use-words.ts'

/** By which method the figures are, and what the others say of the same day; or where to find what they say. */
export function MethodsBeside({ view, asked }: { view: Overview; asked: AskedCut }) {
  const words = useWords()
  const { buildPlace, t } = words
  const { frame, score, beside } = view
  const copy = t.methods
  const hrefOf = (method: string) => buildPlace(frame.dossier.key, { ...asked, method })
  const others = Object.keys(methods).filter((id) => id !== score.method)
  if (beside.length === 0)
    return (
      <p className="small quiet measure">
        {copy.by(score.method)}{' '}
        {others.map((id) => (
          <span key={id}>
            <a href={hrefOf(id)}>{copy.other(id)}</a>{' '}
          </span>
        ))}
      </p>
    )
  const { index, coverage } = score.overall
  return (
    <div className="gap-top">
      <DataTable
        caption={copy.table}
        getKey={({ method }) => method}
        rows={[{ method: score.method, index, coverage }, ...beside]}
        columns={[
          {
            key: 'method',
            header: copy.method,
            cell: ({ method }) =>
              method === score.method ? (
                <>
                  {method} <span className="badge">{copy.here}</span>
                </>
              ) : (
                <a href={hrefOf(method)}>{method}</a>
              ),
          },
          {
            key: 'index',
            header: t.scorecard.index,
            narrowLabel: t.scorecard.index,
            cell: ({ index: interval }) =>
              interval === null ? (
                <span className="quiet">{t.scorecard.notApplicable}</span>
              ) : (
                <IndexInterval interval={interval} label={getIndexLabel(words, interval)} />
              ),
          },
          {
            key: 'coverage',
            header: t.scorecard.assessed,
            narrowLabel: t.scorecard.assessed,
            numeric: true,
            cell: ({ coverage: { assessed, applicable } }) => t.scorecard.coverage(assessed, applicable),
          },
        ]}
      />
      <p className="small quiet measure">
        {copy.help} <a href={buildPlace(frame.dossier.key, asked, 'method')}>{t.scorecard.recordMethod}</a>
      </p>
    </div>
  )
}
