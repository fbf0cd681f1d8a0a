import type { GateState } from '@waymark/linkage/gate'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { getGateMark, Mark, MarkWord } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import type { AskedCut } from './address.ts'
import type { Consistency } from './consistency-page.tsx'
import { buildListHref, type LinkageFilter } from './linkage-words.ts'
import { SourceCite } from './source-cite.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type Statement = Consistency['institutions'][number]['commitments'][number]
type Line = {
  readonly key: string
  readonly label?: string
  readonly statement?: Statement
  readonly counts: Statement['counts']
  /** What opens the gates behind the figures of the line. */
  readonly filter: LinkageFilter
}

/**
 * Statements with what became of the conditions that rest on them. Every figure but nought leads to its gates; a statement
 * that set no condition has no more figures.
 */
export function ConsistencyTable({
  caption,
  lines,
  dossier,
  asked,
}: {
  caption: string
  lines: readonly Line[]
  dossier: string
  asked: AskedCut
}) {
  const words = useWords()
  const { getGateWord, lowerFirst, t } = words
  const figure = (line: Line, state?: GateState, word?: string): ReactNode => {
    const n = state === undefined ? line.counts.conditions : line.counts[state]
    const text = word ?? String(n)
    if (n === 0) return <span className="quiet">{text}</span>
    const filter = { ...line.filter, role: 'required', side: 'partner', state } as const
    const what = state === undefined ? t.consistency.conditions : getGateWord(state)
    return (
      <a href={buildListHref(words, dossier, asked, filter)}>
        {text}
        <span className="vh"> · {lowerFirst(what)}</span>
      </a>
    )
  }
  const passed = (key: GateState, header: string): Column<Line> => ({
    key,
    header,
    narrowLabel: header,
    cell: (line) => {
      if (line.counts.conditions === 0) return null
      if (line.counts[key] === 0) return figure(line, key)
      return <MarkWord mark={getGateMark(key)} word={figure(line, key)} />
    },
  })
  const columns: readonly Column<Line>[] = [
    {
      key: 'statement',
      header: t.consistency.statement,
      cell: (line) => <LineName line={line} dossier={dossier} asked={asked} />,
    },
    {
      key: 'conditions',
      header: t.consistency.conditions,
      narrowLabel: t.consistency.conditions,
      cell: (line) => figure(line),
    },
    {
      key: 'ahead',
      header: t.consistency.ahead,
      narrowLabel: t.consistency.ahead,
      cell: (line) => (line.counts.conditions === 0 ? null : <Ahead line={line} figure={figure} />),
    },
    passed('met-at-passage', t.consistency.metAtPassage),
    passed('passed-while-unmet', t.consistency.unmet),
    passed('passed-while-unknown', t.consistency.unknown),
    passed('waived', t.consistency.waived),
  ]
  return <DataTable caption={caption} hideCaption columns={columns} rows={lines} getKey={({ key }) => key} />
}

const aheadStates = ['met', 'unmet', 'unknown'] as const

function Ahead({
  line,
  figure,
}: {
  line: Line
  figure: (line: Line, state: GateState, word: string) => ReactNode
}) {
  const { t } = useWords()
  const some = aheadStates.filter((state) => line.counts[state] > 0)
  if (some.length === 0) return <span className="quiet">{t.consistency.nothing}</span>
  return some.map((state) => (
    <span key={state} className="word line">
      <Mark id={getGateMark(state)} />{' '}
      {figure(line, state, t.consistency.aheadStates[state](line.counts[state]))}
    </span>
  ))
}

function LineName({
  line: { label, statement, counts },
  dossier,
  asked,
}: {
  line: Line
  dossier: string
  asked: AskedCut
}) {
  const { formatDate, t } = useWords()
  if (statement === undefined) return label
  const { key, date, summary, source, locator, shared } = statement
  return (
    <span id={`statement-${key}`}>
      <span className="tiny quiet line">{formatDate(date)}</span>
      <span className="serif">
        <Text>{summary}</Text>
      </span>
      <span className="tiny quiet line">
        <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
      </span>
      {shared > 0 && <span className="tiny line">{t.consistency.shared(shared, counts.conditions)}</span>}
    </span>
  )
}
