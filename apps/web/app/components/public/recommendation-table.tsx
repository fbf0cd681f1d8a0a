import type { Frame } from '@waymark/api/common/frame.view'
import type { RecommendationRow } from '@waymark/api/features/recommendation/recommendation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { MarkWord } from '@waymark/ui/marks'
import { type AskedCut, buildPlace } from './address.ts'
import { MarkingBadges } from './marking.tsx'
import { t } from './messages.ts'
import { StandingWord } from './standing.tsx'
import { formatProgressShort } from './uptake-words.ts'
import { formatDate, getFindingWord, getUptakeWord, lowerFirst } from './words.ts'

const words = t.recommendations

/** The list's rows: what is asked, how it stands, who took it up, what hangs on it. */
export function RecommendationTable({
  rows,
  frame,
  asked,
  caption,
}: {
  rows: readonly RecommendationRow[]
  frame: Frame
  asked: AskedCut
  caption: string
}) {
  const columns: readonly Column<RecommendationRow>[] = [
    {
      key: 'recommendation',
      header: words.recommendation,
      cell: (row) => (
        <>
          <span className="ref">{row.ref}</span>{' '}
          <a href={buildPlace(frame.dossier.key, asked, `recommendations/${row.ref}`)}>{row.title}</a>{' '}
          <MarkingBadges basis={row.basis} wording={row.wording} />
          <span className="tiny quiet line">
            {row.area.title}
            {row.left && <> · {words.left}</>}
            {row.asks > 1 && <> · {t.byLine.asks(row.asks)}</>}
          </span>
        </>
      ),
    },
    { key: 'standing', header: words.finding, cell: (row) => <Standing row={row} /> },
    {
      key: 'uptake',
      header: words.uptake,
      narrowLabel: words.uptake,
      cell: (row) =>
        row.uptake === null ? (
          <>
            <span className="quiet">{words.notTakenUp}</span>
            <Time row={row} />
          </>
        ) : (
          <>
            {getUptakeWord(row.uptake.kind)}{' '}
            <span className="tiny quiet line">{formatDate(row.uptake.date)}</span>
            <Time row={row} />
          </>
        ),
    },
    {
      key: 'gates',
      header: words.gates,
      narrowLabel: words.gates,
      cell: ({ gates }) => <Gates gates={gates} />,
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} getKey={({ ref }) => ref} />
}

/** How long taking up took, or how long it has waited. */
function Time({ row }: { row: RecommendationRow }) {
  const time = formatProgressShort(row.progress)
  return time === null ? null : <span className="tiny quiet line">{time}</span>
}

function Standing({ row }: { row: RecommendationRow }) {
  const { standing, finding } = row
  const isStale = standing.kind === 'unknown' && standing.reason === 'stale'
  return (
    <>
      <StandingWord standing={standing} />
      {finding !== null && (
        <span className="tiny quiet line">
          {isStale
            ? words.last(lowerFirst(getFindingWord(finding)), formatDate(finding.effective))
            : words.since(formatDate(finding.effective))}
          {finding.evidence > 0 && <> · {words.evidence(finding.evidence)}</>}
        </span>
      )}
    </>
  )
}

/** The gravest is told first and never shortened. */
function Gates({ gates }: { gates: RecommendationRow['gates'] }) {
  const { met, unmet, unknown, waived, passedWhileUnmet } = gates
  if (met + unmet + unknown + waived === 0) return <span className="quiet">{words.noGates}</span>
  const rest = words.gateCounts(met, unmet - passedWhileUnmet, unknown, waived)
  return (
    <>
      {passedWhileUnmet > 0 && (
        <MarkWord mark="passed-while-unmet" word={words.passedUnmet(passedWhileUnmet)} />
      )}
      {rest !== '' && <span className="tiny quiet line">{rest}</span>}
    </>
  )
}
