import type { Frame } from '@waymark/api/common/frame.view'
import type { RecommendationRow } from '@waymark/api/features/recommendation/recommendation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { MarkWord } from '@waymark/ui/marks'
import type { AskedCut } from './address.ts'
import { MarkingBadges } from './marking.tsx'
import { StandingWord } from './standing.tsx'
import { Text } from './text.tsx'
import { formatProgressShort } from './uptake-words.ts'
import { useWords } from './use-words.ts'

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
  const { buildPlace, formatDate, getUptakeWord, t } = useWords()
  const copy = t.recommendations
  const columns: readonly Column<RecommendationRow>[] = [
    {
      key: 'recommendation',
      header: copy.recommendation,
      cell: (row) => (
        <>
          <span className="ref">{row.ref}</span>{' '}
          <a href={buildPlace(frame.dossier.key, asked, `recommendations/${row.ref}`)}>
            <Text>{row.title}</Text>
          </a>{' '}
          <MarkingBadges basis={row.basis} wording={row.wording} />
          <span className="tiny quiet line">
            <Text>{row.area.title}</Text>
            {row.left && <> · {copy.left}</>}
            {row.asks > 1 && <> · {t.byLine.asks(row.asks)}</>}
          </span>
        </>
      ),
    },
    { key: 'standing', header: copy.finding, cell: (row) => <Standing row={row} /> },
    {
      key: 'uptake',
      header: copy.uptake,
      narrowLabel: copy.uptake,
      cell: (row) =>
        row.uptake === null ? (
          <>
            <span className="quiet">{copy.notTakenUp}</span>
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
      header: copy.gates,
      narrowLabel: copy.gates,
      cell: ({ gates }) => <Gates gates={gates} />,
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} getKey={({ ref }) => ref} />
}

/** How long taking up took, or how long it has waited. */
function Time({ row }: { row: RecommendationRow }) {
  const words = useWords()
  const time = formatProgressShort(words, row.progress)
  return time === null ? null : <span className="tiny quiet line">{time}</span>
}

function Standing({ row }: { row: RecommendationRow }) {
  const { formatDate, getFindingWord, lowerFirst, t } = useWords()
  const copy = t.recommendations
  const { standing, finding } = row
  const isStale = standing.kind === 'unknown' && standing.reason === 'stale'
  return (
    <>
      <StandingWord standing={standing} />
      {finding !== null && (
        <span className="tiny quiet line">
          {isStale
            ? copy.last(lowerFirst(getFindingWord(finding)), formatDate(finding.effective))
            : copy.since(formatDate(finding.effective))}
          {finding.evidence > 0 && <> · {copy.evidence(finding.evidence)}</>}
        </span>
      )}
    </>
  )
}

/** The gravest is told first and never shortened. */
function Gates({ gates }: { gates: RecommendationRow['gates'] }) {
  const { t } = useWords()
  const copy = t.recommendations
  const { met, unmet, unknown, waived, passedWhileUnmet } = gates
  if (met + unmet + unknown + waived === 0) return <span className="quiet">{copy.noGates}</span>
  const rest = copy.gateCounts(met, unmet - passedWhileUnmet, unknown, waived)
  return (
    <>
      {passedWhileUnmet > 0 && (
        <MarkWord mark="passed-while-unmet" word={copy.passedUnmet(passedWhileUnmet)} />
      )}
      {rest !== '' && <span className="tiny quiet line">{rest}</span>}
    </>
  )
}
