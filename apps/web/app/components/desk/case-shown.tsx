import type { deskCase, shownCase } from '@waymark/api/features/case/case.view'
import { TextAreaField } from '@waymark/ui/field'
import type { z } from 'zod'
import type { DeskWords } from './desk-words.ts'
import { FormFrame, getControl, getFormState } from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

export type DeskCase = z.infer<typeof deskCase>
type Shown = z.infer<typeof shownCase>

const getStatusWord = ({ vocabulary }: DeskWords, status: string): string =>
  (vocabulary.caseStatuses as Readonly<Record<string, string>>)[status] ?? status

/** A case as readers see it: every field that they see, and no other. */
function ShownCase({ shown, title, empty }: { shown: Shown | null; title: string; empty: string }) {
  const words = useDeskWords()
  const { formatDate, t } = words
  const copy = t.cases.cases
  return (
    <div className="asshown">
      <h3 className="cap">{title}</h3>
      {shown === null ? (
        <p className="quiet">{empty}</p>
      ) : (
        <>
          <p>
            <b>{shown.name}</b>
          </p>
          <p className="whole">{shown.summary}</p>
          {shown.statuses.length > 0 && (
            <ul className="dots">
              {shown.statuses.map(({ status, date, source, note }, index) => (
                <li key={`${status} ${date} ${source.key} ${String(index)}`}>
                  {getStatusWord(words, status)}, {formatDate(date)}
                  {note !== null && <>: {note}</>} <span className="hint">{source.title}</span>
                </li>
              ))}
            </ul>
          )}
          {shown.recommendations.length > 0 && (
            <p className="hint">
              {copy.recommendations}:{' '}
              {shown.recommendations.map(({ ref, title: name }) => `${ref} ${name}`).join('; ')}
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** What waits for a second person: what readers see and would see, who would, and the decision. */
export function CaseProposal({
  proposal,
  mayDecide,
  outcome,
}: {
  proposal: NonNullable<DeskCase['proposal']>
  mayDecide: boolean
  outcome: Outcome | undefined
}) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.cases.cases
  const refuse = getFormState('refuse', {}, outcome)
  const hidden = { proposal: proposal.id }
  return (
    <section className="part" aria-labelledby="waiting">
      <h2 id="waiting">{copy.waiting}</h2>
      <p>{copy.proposed(copy.waits[proposal.change], proposal.by, formatInstant(proposal.at))}</p>
      <div className="facing">
        <ShownCase shown={proposal.now} title={copy.nowShown} empty={copy.nothing} />
        <ShownCase
          shown={proposal.after}
          title={copy.afterShown}
          empty={proposal.change === 'erase' ? copy.erased : copy.nothing}
        />
      </div>
      {proposal.after !== null && <p className="hint">{copy.seenBy}</p>}
      {proposal.mine ? (
        <>
          <p className="quiet">{copy.ownProposal}</p>
          <FormFrame state={getFormState('retract', {}, outcome)} label={copy.retract} hidden={hidden} />
        </>
      ) : mayDecide ? (
        <div className="decide">
          <FormFrame state={getFormState('approve', {}, outcome)} label={copy.approve} hidden={hidden} main />
          <FormFrame folded state={refuse} label={copy.refuse} hidden={hidden}>
            <TextAreaField
              label={copy.comment}
              hint={copy.commentHint}
              rows={2}
              {...getControl(refuse, 'comment')}
            />
          </FormFrame>
        </div>
      ) : (
        <p className="quiet">{copy.notReviewer}</p>
      )}
    </section>
  )
}
