import type { GateView, MilestoneView } from '@waymark/api/common/refs.view'
import type { GateCounts } from '@waymark/ui/gate-row'
import { getGateMark, MarkWord } from '@waymark/ui/marks'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

type Counts = MilestoneView['required']

/** A step with its counts; those of links that are only listed may be left out. */
type StepCounts = Pick<MilestoneView, 'occurred' | 'required'> & Partial<Pick<MilestoneView, 'listed'>>

export const getRequiredTotal = ({ met, unmet, unknown, waived }: Counts): number =>
  met + unmet + unknown + waived

/** The date of a step as the chosen day allows it to be told. */
export function formatStepDate(
  words: Words,
  {
    occurred,
    planned,
    cancelled,
  }: {
    occurred: string | null
    planned: string | null
    cancelled: string | null
  },
): string {
  const { formatDate, t } = words
  if (occurred !== null) return formatDate(occurred)
  if (cancelled !== null) return t.gate.cancelled(formatDate(cancelled))
  return planned === null ? t.gate.aheadNoDate : t.gate.aheadPlanned(formatDate(planned))
}

/** "0 of 18 required gates met, 17 unmet, 1 unknown"; for a step already taken, as they stood on its day. */
export function formatGateCounts(words: Words, { occurred, required, listed = 0 }: StepCounts): string {
  const { t } = words
  const { met, unmet, unknown, waived } = required
  const parts: string[] = []
  if (getRequiredTotal(required) > 0) {
    parts.push((occurred === null ? t.gate.counts : t.gate.countsPassed)(met, unmet, unknown, waived))
  } else parts.push(t.gate.noCondition)
  if (listed > 0) parts.push((getRequiredTotal(required) > 0 ? t.gate.listedMore : t.gate.listed)(listed))
  return `${parts.join('; ')}.`
}

/** The counts by state, as the marks of a row need them: frozen states once the step has been taken. */
export function getGateStates({ occurred, required }: StepCounts): GateCounts {
  const { met, unmet, unknown, waived } = required
  return occurred === null
    ? { met, unmet, unknown, waived }
    : { 'met-at-passage': met, 'passed-while-unmet': unmet, 'passed-while-unknown': unknown, waived }
}

type RoleWords = Pick<Words, 'getLevelWord' | 'lowerFirst'> & { readonly t: Pick<Words['t'], 'gate'> }

/** What the link asks for: "required: some progress", "expected", "context only". */
export function formatRole(
  words: RoleWords,
  { role, required }: Pick<GateView, 'role' | 'required'>,
): string {
  const { getLevelWord, lowerFirst, t } = words
  const level = required === null ? null : lowerFirst(getLevelWord(required))
  if (role === 'context') return t.gate.context
  return role === 'required' && level !== null ? t.gate.required(level) : t.gate.expected(level)
}

/** The gate's state, mark and word; what is only listed is said to be. */
export function GateWord({ gate }: { gate: GateView }) {
  const { getGateWord, t } = useWords()
  if (gate.role !== 'required') {
    return (
      <span className="quiet">
        {gate.role === 'expected' && <>{getGateWord(gate.state)}, </>}
        {t.gate.notCounted}
      </span>
    )
  }
  return <MarkWord mark={getGateMark(gate.state)} word={getGateWord(gate.state)} />
}

/** How the recommendation stood at the step and what happened since; for a step ahead, how it stands. */
export function formatGateStanding(words: Words, gate: GateView, asOf: string, today: string): string {
  const { formatDate, getStandingWord, lowerFirst, t } = words
  const then = lowerFirst(getStandingWord(gate.standingAt))
  if (gate.milestone.occurred === null) {
    return asOf < today ? t.gate.on(then, formatDate(asOf)) : t.gate.now(then)
  }
  const since = gate.since === null ? null : t.gate.since[gate.since]
  return [t.gate.at(then), since].filter((part) => part !== null).join('; ')
}
