import { methods } from '@waymark/scoring/methods/registry'
import { DataTable } from '@waymark/ui/data-table'
import { IndexInterval } from '@waymark/ui/index-interval'
import { type AskedCut, buildPlace } from './address.ts'
import { getIndexLabel } from './area-rows.tsx'
import { t } from './messages.ts'
import type { Overview } from './scorecard-page.tsx'

/** By which method the figures are, and what the others say of the same day; or where to find what they say. */
export function MethodsBeside({ view, asked }: { view: Overview; asked: AskedCut }) {
  const { frame, score, beside } = view
  const words = t.methods
  const hrefOf = (method: string) => buildPlace(frame.dossier.key, { ...asked, method })
  const others = Object.keys(methods).filter((id) => id !== score.method)
  if (beside.length === 0)
    return (
      <p className="small quiet measure">
        {words.by(score.method)}{' '}
        {others.map((id) => (
          <span key={id}>
            <a href={hrefOf(id)}>{words.other(id)}</a>{' '}
          </span>
        ))}
      </p>
    )
  const { index, coverage } = score.overall
  return (
    <div className="gap-top">
      <DataTable
        caption={words.table}
        getKey={({ method }) => method}
        rows={[{ method: score.method, index, coverage }, ...beside]}
        columns={[
          {
            key: 'method',
            header: words.method,
            cell: ({ method }) =>
              method === score.method ? (
                <>
                  {method} <span className="badge">{words.here}</span>
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
                <IndexInterval interval={interval} label={getIndexLabel(interval)} />
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
        {words.help} <a href={buildPlace(frame.dossier.key, asked, 'method')}>{t.scorecard.recordMethod}</a>
      </p>
    </div>
  )
}
