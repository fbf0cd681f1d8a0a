import { Conflict, type ConflictField } from '@waymark/ui/conflict'
import { MarkWord } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import type { DeskWords } from './desk-words.ts'
import { parseWas } from './field-choices.ts'
import { ChoiceForm, type ConflictingField } from './field-conflict.tsx'
import { buildFieldName, listEvidenceRows, type Typed } from './submit-form.ts'
import { buildTypedFrom } from './typed-from.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessmentView } from './views.ts'

/** One version of an assessment in the words of the comparison; `plain` decides whether two differ. */
type Version = Readonly<
  Record<
    'finding' | 'effective' | 'confidence' | 'rationale' | 'evidence',
    { readonly plain: string; readonly shown: ReactNode }
  >
>

const buildBlank = ({ t }: DeskWords) => ({
  plain: '',
  shown: <span className="quiet">{t.desk.conflict.nothing}</span>,
})
const say = (words: DeskWords, plain: string, shown: ReactNode = plain) =>
  plain.trim() === '' ? buildBlank(words) : { plain, shown }

const buildEvidenceList = (words: DeskWords, titles: readonly string[]) =>
  say(
    words,
    titles.join('\n'),
    <ul className="dots">
      {titles.map((title, index) => (
        <li key={index}>{title}</li>
      ))}
    </ul>,
  )

/** An assessment on record, for comparison. */
export const buildRecordVersion = (words: DeskWords, view: AssessmentView): Version => ({
  finding: say(
    words,
    words.getFindingWord(view.finding).word,
    <MarkWord {...words.getFindingWord(view.finding)} />,
  ),
  effective: say(words, view.effective, words.formatDate(view.effective)),
  confidence: say(words, view.confidence, words.getTypedConfidenceWord(view.confidence)),
  rationale: say(words, view.rationale),
  evidence: buildEvidenceList(
    words,
    view.evidence.map(({ source, locator }) =>
      locator === null ? source.title : `${source.title}, ${locator}`,
    ),
  ),
})

/** What was typed, for comparison: as typed, also where it is not valid. */
export const buildTypedVersion = (words: DeskWords, typed: Typed): Version => {
  const { formatDate, getTypedConfidenceWord, getTypedFinding } = words
  const finding = getTypedFinding(typed)
  return {
    finding: finding === null ? buildBlank(words) : say(words, finding.word, <MarkWord {...finding} />),
    effective: say(words, typed.effective ?? '', formatDate(typed.effective ?? '')),
    confidence: say(words, typed.confidence ?? '', getTypedConfidenceWord(typed.confidence ?? '')),
    rationale: say(words, typed.rationale ?? ''),
    evidence: buildEvidenceList(
      words,
      listEvidenceRows(typed).flatMap((row) => {
        const field = (name: string) => (typed[buildFieldName(row, name)] ?? '').trim()
        const title = field('source').replace(/ \([^()]*\)(?: \[[^\]]*\])?$/, '') || field('newSource.title')
        return title === '' ? [] : [field('locator') === '' ? title : `${title}, ${field('locator')}`]
      }),
    ),
  }
}

/** Two versions of one finding, field by field. `theirs` is null when no finding is in force. */
export function buildConflictFields(
  words: DeskWords,
  theirs: Version | null,
  yours: Version,
): ConflictField[] {
  const { t } = words
  const copy = t.desk.conflict
  return (Object.keys(yours) as (keyof Version)[]).map((key) => ({
    key,
    label: copy[key],
    theirs: (theirs?.[key] ?? buildBlank(words)).shown,
    yours: yours[key].shown,
    differs: (theirs?.[key] ?? buildBlank(words)).plain.trim() !== yours[key].plain.trim(),
  }))
}

const getConflicting = ({
  formatDate,
  getTypedConfidenceWord,
  getTypedFinding,
  t,
}: DeskWords): ConflictingField[] => [
  {
    name: 'finding',
    label: t.desk.conflict.finding,
    format: (finding) => getTypedFinding({ finding })?.word ?? finding,
  },
  { name: 'effective', label: t.desk.conflict.effective, format: formatDate },
  { name: 'confidence', label: t.desk.conflict.confidence, format: getTypedConfidenceWord },
  { name: 'rationale', label: t.desk.conflict.rationale },
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
  const words = useDeskWords()
  const { t } = words
  return (
    <details className="more">
      <summary>{t.together.conflict.byField}</summary>
      <ChoiceForm
        intent={`submit-on.${version}`}
        version={version}
        fields={getConflicting(words)}
        base={parseWas(typed)}
        mine={typed}
        theirs={buildTypedFrom(current, new Map(), { basedOn: version, correct: false })}
        followers={{ contrary: 'finding' }}
        title={t.together.conflict.byField}
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
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.conflict
  return (
    <section aria-labelledby="conflict" className="moved">
      <h2 id="conflict">{copy.title}</h2>
      <p>{copy.assess}</p>
      <Conflict
        fields={buildConflictFields(
          words,
          current === null ? null : buildRecordVersion(words, current),
          buildTypedVersion(words, typed),
        )}
        words={{
          caption: t.desk.conflict.caption,
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
