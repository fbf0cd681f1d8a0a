import { desk } from '@waymark/messages/en/desk'
import { deskTogether } from '@waymark/messages/en/desk-together'
import { Conflict, type ConflictField } from '@waymark/ui/conflict'
import { MarkWord } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import { parseWas } from './field-choices.ts'
import { ChoiceForm, type ConflictingField } from './field-conflict.tsx'
import { buildFieldName, listEvidenceRows, type Typed } from './submit-form.ts'
import { buildTypedFrom } from './typed-from.ts'
import type { AssessmentView } from './views.ts'
import { formatDate, getFindingWord, getTypedConfidenceWord, getTypedFinding } from './words.ts'

const copy = desk.conflict

/** One version of an assessment in the words of the comparison; `plain` decides whether two differ. */
type Version = Readonly<
  Record<
    'finding' | 'effective' | 'confidence' | 'rationale' | 'evidence',
    { readonly plain: string; readonly shown: ReactNode }
  >
>

const blank = { plain: '', shown: <span className="quiet">{copy.nothing}</span> }
const say = (plain: string, shown: ReactNode = plain) => (plain.trim() === '' ? blank : { plain, shown })

const buildEvidenceList = (titles: readonly string[]) =>
  say(
    titles.join('\n'),
    <ul className="dots">
      {titles.map((title, index) => (
        <li key={index}>{title}</li>
      ))}
    </ul>,
  )

/** An assessment on record, for comparison. */
export const buildRecordVersion = (view: AssessmentView): Version => ({
  finding: say(getFindingWord(view.finding).word, <MarkWord {...getFindingWord(view.finding)} />),
  effective: say(view.effective, formatDate(view.effective)),
  confidence: say(view.confidence, getTypedConfidenceWord(view.confidence)),
  rationale: say(view.rationale),
  evidence: buildEvidenceList(
    view.evidence.map(({ source, locator }) =>
      locator === null ? source.title : `${source.title}, ${locator}`,
    ),
  ),
})

/** What was typed, for comparison: as typed, also where it is not valid. */
export const buildTypedVersion = (typed: Typed): Version => {
  const finding = getTypedFinding(typed)
  return {
    finding: finding === null ? blank : say(finding.word, <MarkWord {...finding} />),
    effective: say(typed.effective ?? '', formatDate(typed.effective ?? '')),
    confidence: say(typed.confidence ?? '', getTypedConfidenceWord(typed.confidence ?? '')),
    rationale: say(typed.rationale ?? ''),
    evidence: buildEvidenceList(
      listEvidenceRows(typed).flatMap((row) => {
        const field = (name: string) => (typed[buildFieldName(row, name)] ?? '').trim()
        const title = field('source').replace(/ \([^()]*\)(?: \[[^\]]*\])?$/, '') || field('newSource.title')
        return title === '' ? [] : [field('locator') === '' ? title : `${title}, ${field('locator')}`]
      }),
    ),
  }
}

/** Two versions of one finding, field by field. `theirs` is null when no finding is in force. */
export function buildConflictFields(theirs: Version | null, yours: Version): ConflictField[] {
  return (Object.keys(yours) as (keyof Version)[]).map((key) => ({
    key,
    label: copy[key],
    theirs: (theirs?.[key] ?? blank).shown,
    yours: yours[key].shown,
    differs: (theirs?.[key] ?? blank).plain.trim() !== yours[key].plain.trim(),
  }))
}

const getConflicting = (): ConflictingField[] => [
  {
    name: 'finding',
    label: copy.finding,
    format: (finding) => getTypedFinding({ finding })?.word ?? finding,
  },
  { name: 'effective', label: copy.effective, format: formatDate },
  { name: 'confidence', label: copy.confidence, format: getTypedConfidenceWord },
  { name: 'rationale', label: copy.rationale },
]

/**
 * The same as a choice: which version of each field to submit on top of what is on record now. Evidence is one's own in any
 * case: it is what one's finding rests on.
 */
function AssessChoice({
  version,
  current,
  typed,
  action,
}: {
  version: number
  current: AssessmentView
  typed: Typed
  action: string | undefined
}) {
  return (
    <details className="more">
      <summary>{deskTogether.conflict.byField}</summary>
      <ChoiceForm
        intent={`submit-on.${version}`}
        version={version}
        fields={getConflicting()}
        base={parseWas(typed)}
        mine={typed}
        theirs={buildTypedFrom(current, new Map(), { basedOn: version, correct: false })}
        followers={{ contrary: 'finding' }}
        title={deskTogether.conflict.byField}
        {...(action === undefined ? {} : { action })}
      />
    </details>
  )
}

/** After a refused submission: what is on record now beside what was typed. The form with the typed text follows it. */
export function AssessConflict({
  version,
  current,
  typed,
  action,
}: {
  version: number
  current: AssessmentView | null
  typed: Typed
  action?: string
}) {
  return (
    <section aria-labelledby="conflict" className="moved">
      <h2 id="conflict">{copy.title}</h2>
      <p>{copy.assess}</p>
      <Conflict
        fields={buildConflictFields(
          current === null ? null : buildRecordVersion(current),
          buildTypedVersion(typed),
        )}
        words={{
          caption: desk.conflict.caption,
          theirs: copy.nowOnRecord(version),
          theirsNote: current === null ? copy.withdrawn : copy.by(current.reviewer ?? current.author),
          yours: copy.yours(typed.basedOn ?? '?'),
          yoursNote: copy.yoursNote,
          differs: copy.differs,
        }}
      />
      {current !== null && <AssessChoice version={version} current={current} typed={typed} action={action} />}
    </section>
  )
}
