import type { ReasonView } from '@waymark/api/features/meeting/reason.view'
import type { Finding } from '@waymark/meeting/reason'
import type { DeskWords } from '../desk/desk-words.ts'

/** Why something is on an agenda, as a sentence. */
export function formatReason(words: DeskWords, reason: ReasonView): string {
  const { t, vocabulary, formatDate, getLevelWord } = words
  const copy = t.meeting.reasons
  switch (reason.kind) {
    case 'level-change':
      return formatChange(words, reason)
    case 'evidence':
      return copy[reason.stance](reason.count)
    case 'disagreement':
      return copy.disagreement(reason.count)
    case 'claim-against-finding':
      return copy.claim(
        getLevelWord(reason.claimed),
        reason.contrary ? vocabulary.contrary.label : getLevelWord(reason.found),
        formatDate(reason.date),
      )
    case 'stale':
      return copy.stale(formatDate(reason.since))
    case 'gate-due':
      return copy.gate(
        reason.translations[words.language] ?? reason.title ?? reason.milestone,
        formatDate(reason.planned),
        copy.gateStates[reason.state],
      )
    case 'case-status':
      return copy.caseStatus(vocabulary.caseStatuses[reason.status], formatDate(reason.date))
    case 'hearing':
      return copy.hearing(t.meeting.hearingKinds[reason.hearing], formatDate(reason.date))
    case 'action':
      return reason.overdue ? copy.overdue(formatDate(reason.due)) : copy.action(formatDate(reason.due))
    case 'decision-review':
      return copy.decisionReview(formatDate(reason.on))
    case 'carried-over':
      return copy.carriedOver(reason.times)
  }
}

/** What happened, and from what to what; one of the two where both say the same. */
function formatChange(words: DeskWords, reason: Extract<ReasonView, { kind: 'level-change' }>): string {
  const { t, vocabulary } = words
  const [from, to] = [formatFinding(words, reason.from), formatFinding(words, reason.to)]
  const kind = vocabulary.changeKinds[reason.change]
  // What is out of date is the finding that was there: it is not there in another form.
  const shown = reason.change === 'gone-stale' ? null : to
  return t.meeting.reasons.change(kind, from === shown ? null : from, shown)
}

const formatFinding = (words: DeskWords, finding: Finding | null): string | null =>
  finding === null
    ? null
    : words.t.meeting.reasons.finding(
        finding.level === null && !finding.contrary
          ? words.t.meeting.reasons.noFinding
          : words.getFindingWord({ ...finding, state: null }).word,
        finding.effective === null ? null : words.formatDate(finding.effective),
      )
