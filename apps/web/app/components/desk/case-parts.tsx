import { Facts } from '@waymark/ui/facts'
import type { DeskCase } from './case-shown.tsx'
import { FormFrame, getFormState, ReasonField } from './form-frame.tsx'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { type Seen, VisibilityBadge } from './visibility.tsx'

import type { Outcome } from './written-form.ts'

/** What nobody outside the desk sees, whoever sees the case. */
export const getPrivateSeen = (sensitivity: Seen): Seen =>
  sensitivity === 'confidential' ? 'confidential' : 'internal'

/** Every field of a case, each with who sees it. */
export function CaseFacts({ one, dossier }: { one: DeskCase; dossier: string }) {
  const { t, vocabulary } = useDeskWords()
  const copy = t.cases.cases
  const shown = <VisibilityBadge seen={one.sensitivity} />
  const hidden = <VisibilityBadge seen={getPrivateSeen(one.sensitivity)} />
  const facts = [
    {
      key: 'kind',
      term: copy.kind,
      text: (
        <>
          {vocabulary.caseKinds[one.kind]} {shown}
        </>
      ),
    },
    {
      key: 'name',
      term: copy.publicName,
      text: (
        <>
          {one.name} {shown}
        </>
      ),
    },
    {
      key: 'naming',
      term: copy.naming,
      text: (
        <>
          {one.naming === null ? copy.namingUnknown : copy.namings[one.naming]} {hidden}
        </>
      ),
    },
    ...(one.realName === null
      ? []
      : [
          {
            key: 'real',
            term: copy.realName,
            text: (
              <>
                {one.realName} {hidden}
              </>
            ),
          },
        ]),
    {
      key: 'summary',
      term: copy.summary,
      text: (
        <>
          <span className="whole">{one.summary}</span> {shown}
        </>
      ),
    },
    {
      key: 'consent',
      term: copy.consentBasis,
      text: (
        <>
          {one.consentBasis ?? copy.noConsent} {hidden}
        </>
      ),
    },
    {
      key: 'recommendations',
      term: copy.recommendations,
      text:
        one.recommendations.length === 0 ? (
          copy.noRecommendations
        ) : (
          <>
            {one.recommendations.map(({ ref, title }, index) => (
              <span key={ref}>
                {index > 0 && '; '}
                <PageLink href={`/desk/${dossier}/recommendations/${ref}`}>{title}</PageLink>{' '}
                <span className="ref">{ref}</span>
              </span>
            ))}{' '}
            {shown}
          </>
        ),
    },
  ]
  return <Facts facts={facts} />
}

/** Who may see the case: to show less takes one person, to show more takes two. */
export function CaseVisibility({
  one,
  maySeal,
  outcome,
}: {
  one: DeskCase
  maySeal: boolean
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.cases.cases
  const hidden = { basedOn: one.version }
  const isOpen = one.proposal === null
  const state = (intent: string) => getFormState(intent, {}, outcome)
  // A form that was refused stays, even where it no longer fits: what was typed in it is not taken away.
  const isShown = (intent: string, fits: boolean) => fits || outcome?.intent === intent
  return (
    <section className="part" aria-labelledby="seen">
      <h2 id="seen">{copy.seen}</h2>
      <p>
        <VisibilityBadge seen={one.sensitivity} />
      </p>
      {isOpen && one.sensitivity !== 'public' && (
        <FormFrame
          state={state('propose.publish')}
          label={copy.publish}
          hint={copy.publishHint}
          hidden={hidden}
        />
      )}
      {isOpen && one.sensitivity === 'confidential' && (
        <FormFrame
          state={state('propose.unseal')}
          label={copy.unseal}
          hint={copy.unsealHint}
          hidden={hidden}
        />
      )}
      {isShown('restrict.internal', one.sensitivity === 'public') && (
        <FormFrame
          folded
          state={state('restrict.internal')}
          label={copy.hide}
          hint={copy.hideHint}
          hidden={hidden}
        >
          <ReasonField state={state('restrict.internal')} />
        </FormFrame>
      )}
      {maySeal && isShown('restrict.confidential', one.sensitivity !== 'confidential') && (
        <FormFrame
          folded
          state={state('restrict.confidential')}
          label={copy.seal}
          hint={copy.sealHint}
          hidden={hidden}
        >
          <ReasonField state={state('restrict.confidential')} />
        </FormFrame>
      )}
      {isOpen && (
        <FormFrame
          folded
          state={state('propose.erase')}
          label={copy.erase}
          hint={copy.eraseHint}
          hidden={hidden}
        />
      )}
    </section>
  )
}

/** Every version of the case: who, when, seen by whom, why. */
export function CaseVersions({ one }: { one: DeskCase }) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.cases.cases
  return (
    <section className="part" aria-labelledby="versions">
      <h2 id="versions">{copy.history}</h2>
      <ol className="history">
        {one.versions.map(({ version, sensitivity, reason, at, by }) => (
          <li className="past" key={version}>
            <p>
              {copy.recordedBy(formatInstant(at), by)} <VisibilityBadge seen={sensitivity} />
            </p>
            {reason !== null && <p className="hint">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
