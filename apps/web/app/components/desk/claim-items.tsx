import type { deskClaims } from '@waymark/api/features/claim/claim.view'
import { levels } from '@waymark/assessment/level'
import { TextAreaField } from '@waymark/ui/field'
import { MarkWord } from '@waymark/ui/marks'
import type { z } from 'zod'
import { CorrectionForm } from './correction-form.tsx'
import type { DeskWords } from './desk-words.ts'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import {
  ChoiceField,
  DateField,
  FormFrame,
  type FormState,
  getControl,
  getFormState,
  type KeyedChoice,
  ReasonField,
  SourceFields,
} from './form-frame.tsx'
import { PageLink } from './page-link.tsx'
import { listCitedConflict, newSourceFollows } from './source-fields.tsx'
import { buildSourceLabels, type SourceChoice } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import { VisibilityBadge } from './visibility.tsx'

import type { Outcome } from './written-form.ts'

const listLevels = ({ getLevelWord }: DeskWords) => levels.map((key) => ({ key, title: getLevelWord(key) }))

export type Claim = z.infer<typeof deskClaims>[number]
export const claimFields = ['actor', 'date', 'level', 'text', 'source', 'newSource', 'locator'] as const

export function ClaimFields({ state, actors }: { state: FormState; actors: readonly KeyedChoice[] }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.claims
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="actor" label={copy.actor} choices={actors} />
        <DateField state={state} name="date" label={copy.date} />
      </div>
      <TextAreaField label={copy.text} hint={copy.textHint} rows={3} {...getControl(state, 'text')} />
      <ChoiceField
        state={state}
        name="level"
        label={copy.level}
        hint={copy.levelHint}
        choices={listLevels(words)}
        empty={copy.noLevel}
      />
      <SourceFields state={state} />
    </>
  )
}

/** The fields of a claim in the words of a comparison. */
export const buildClaimConflict = (words: DeskWords, actors: readonly KeyedChoice[]): ConflictingField[] => [
  { name: 'actor', label: words.t.cases.claims.actor, format: getTitle(actors) },
  { name: 'date', label: words.t.cases.claims.date, format: words.formatDate },
  { name: 'text', label: words.t.cases.claims.text },
  { name: 'level', label: words.t.cases.claims.level, format: getTitle(listLevels(words)) },
  ...listCitedConflict(words),
]

/** A claim, and the finding that was in force at its date: beside each other, and never one figure. */
export function ClaimBeside({ claim, level }: { claim: Claim; level: 3 | 4 }) {
  const { formatDate, getFindingWord, getLevelWord, t } = useDeskWords()
  const copy = t.cases.claims
  const Cap = level === 3 ? 'h3' : 'h4'
  const { finding } = claim
  return (
    <div className="facing">
      <div>
        <Cap className="cap">
          {claim.actor.name}, {formatDate(claim.date)}
        </Cap>
        <p>{claim.text}</p>
        <p className="small">
          {claim.level === null ? copy.noLevel : copy.claims(getLevelWord(claim.level))}{' '}
          <VisibilityBadge seen="public" />
        </p>
        <p className="hint">
          {claim.source.title}
          {claim.locator === null ? '' : `, ${claim.locator}`}
        </p>
      </div>
      <div>
        <Cap className="cap">{copy.finding}</Cap>
        {finding === null ? (
          <p className="quiet">{copy.noFinding}</p>
        ) : (
          <p>
            <MarkWord {...getFindingWord(finding)} />{' '}
            <span className="quiet">{copy.effective(formatDate(finding.effective))}</span>
          </p>
        )}
      </div>
    </div>
  )
}

/** One claim on record, with the forms that correct it and take it back. */
export function ClaimItem({
  claim,
  actors,
  sources,
  mayWrite,
  outcome,
}: {
  claim: Claim
  actors: readonly KeyedChoice[]
  sources: readonly SourceChoice[]
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.claims
  const begin = {
    actor: claim.actor.key,
    date: claim.date,
    level: claim.level ?? '',
    text: claim.text,
    source: buildSourceLabels(sources).get(claim.source.key) ?? claim.source.key,
    locator: claim.locator ?? '',
  }
  const mistake = getFormState(`void.${claim.claim}`, {}, outcome)
  return (
    <li className="past">
      <ClaimBeside claim={claim} level={3} />
      {mayWrite && (
        <>
          <CorrectionForm
            folded
            outcome={outcome}
            intent={`correct.${claim.claim}`}
            version={claim.version}
            begin={begin}
            fields={buildClaimConflict(words, actors)}
            followers={newSourceFollows}
            label={copy.correct}
            reasonHint={t.linkage.reasonHint}
          >
            {(state) => <ClaimFields state={state} actors={actors} />}
          </CorrectionForm>
          <FormFrame folded state={mistake} label={copy.void} hidden={{ basedOn: claim.version }}>
            <ReasonField state={mistake} label={copy.voidReason} />
          </FormFrame>
        </>
      )}
    </li>
  )
}

/** Claims on the page of a record: each beside its finding. */
export function RecordClaims({ claims, href }: { claims: readonly Claim[]; href: string }) {
  const { t } = useDeskWords()
  const copy = t.cases.claims
  return (
    <section className="part" aria-labelledby="claims">
      <h2 id="claims">{copy.heading}</h2>
      {claims.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        claims.map((claim) => <ClaimBeside key={claim.claim} claim={claim} level={3} />)
      )}
      <p>
        <PageLink href={href}>{copy.open}</PageLink>
      </p>
    </section>
  )
}
