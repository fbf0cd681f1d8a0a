import type { RegisterColumn } from '@waymark/api/features/register/register.input'
import type { GateState } from '@waymark/linkage/gate'
import { getGateMark, Mark, MarkWord } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import type { DeskWords } from './desk-words.ts'
import type { SortColumn } from './register-query.ts'
import type { RegisterRow } from './views.ts'

/** A column that can be shown: how wide it is in the grid, what it sorts by, and what it says of a row; null: nothing. */
export type ColumnSpec = {
  readonly width: string
  readonly sort?: SortColumn
  readonly isNumber?: true
  readonly render: (row: RegisterRow) => ReactNode
}

type GateCount = { readonly state: GateState; readonly count: number; readonly label: string }

/** The required gates of a row by how they stand, those passed while unmet apart from those still ahead. */
function listGates({ t }: DeskWords, { gates }: RegisterRow): GateCount[] {
  const words = t.desk.register
  const ahead = gates.unmet - gates.passedWhileUnmet
  const all: GateCount[] = [
    {
      state: 'passed-while-unmet',
      count: gates.passedWhileUnmet,
      label: words.passedUnmet(gates.passedWhileUnmet),
    },
    { state: 'unmet', count: ahead, label: words.openUnmet(ahead) },
    { state: 'unknown', count: gates.unknown, label: words.unknownGates(gates.unknown) },
    { state: 'met', count: gates.met, label: words.metGates(gates.met) },
  ]
  return all.filter(({ count }) => count > 0)
}

function renderGates(words: DeskWords, row: RegisterRow): ReactNode {
  const gates = listGates(words, row)
  if (gates.length === 0) return null
  return gates.map(({ state, count, label }) => (
    <span key={state} className="gate">
      <Mark id={getGateMark(state)} />
      <span aria-hidden="true">{count}</span>
      <span className="vh">{label}</span>
    </span>
  ))
}

function renderStanding(
  { getFindingWord, getStandingWord, lowerFirst, t }: DeskWords,
  { standing, finding }: RegisterRow,
): ReactNode {
  const isStale = standing.kind === 'unknown' && standing.reason === 'stale'
  return (
    <>
      <MarkWord {...getStandingWord(standing)} />
      {isStale && finding !== null && (
        <>
          {' '}
          <span className="was">
            {t.desk.register.was} {lowerFirst(getFindingWord(finding).word)}
          </span>
        </>
      )}
    </>
  )
}

const renderAssignee = ({ t }: DeskWords, { assigned }: RegisterRow): ReactNode =>
  assigned === null ? null : (
    <>
      {assigned.name}
      {assigned.count > 1 && <span className="quiet"> {t.register.more(assigned.count - 1)}</span>}
    </>
  )

/** Every column beside reference and title. */
export const buildColumnSpecs = (words: DeskWords): Readonly<Record<RegisterColumn, ColumnSpec>> => ({
  area: { width: '12rem', sort: 'area', render: ({ area }) => area.title },
  side: { width: '5.5rem', render: ({ side }) => words.t.register.sides[side] },
  standing: { width: '11.5rem', sort: 'standing', render: (one) => renderStanding(words, one) },
  effective: {
    width: '9rem',
    sort: 'effective',
    render: ({ finding }) => (finding === null ? null : words.formatDate(finding.effective)),
  },
  confidence: {
    width: '6.5rem',
    sort: 'confidence',
    render: ({ finding }) => (finding === null ? null : words.getTypedConfidenceWord(finding.confidence)),
  },
  evidence: {
    width: '5.5rem',
    sort: 'evidence',
    isNumber: true,
    render: ({ finding }) => finding?.evidence ?? null,
  },
  gates: { width: '7rem', render: (one) => renderGates(words, one) },
  issued: { width: '8.5rem', sort: 'issued', render: ({ issued }) => words.formatDate(issued) },
  addressees: {
    width: '12rem',
    render: ({ addressees }) => (addressees.length === 0 ? null : addressees.join(', ')),
  },
  uptake: {
    width: '7.5rem',
    sort: 'uptake',
    render: ({ uptake }) => (uptake === null ? null : words.getUptakeWord(uptake.kind)),
  },
  waiting: {
    width: '5.5rem',
    sort: 'waiting',
    isNumber: true,
    render: ({ waiting }) => (waiting === 0 ? null : waiting),
  },
  draft: { width: '5.5rem', render: ({ drafted }) => (drafted ? words.t.register.drafted : null) },
  assignee: { width: '9rem', render: (one) => renderAssignee(words, one) },
  due: {
    width: '8.5rem',
    sort: 'due',
    render: ({ assigned }) =>
      assigned === null || assigned.due === null ? null : words.formatDate(assigned.due),
  },
  author: { width: '9rem', sort: 'author', render: ({ finding }) => finding?.author || null },
})

/** What stands where a column says nothing of a row. */
export const nothing = (
  <span className="quiet" aria-hidden="true">
    –
  </span>
)
