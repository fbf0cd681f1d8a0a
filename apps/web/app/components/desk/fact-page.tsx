import { ErrorSummary } from '@waymark/ui/error-summary'
import type { ReactNode } from 'react'
import type { ConflictingField } from './field-conflict.tsx'
import { FormFrame, type FormState, getFormState, SourceList } from './form-frame.tsx'
import { getOrphaned, KeptWords } from './kept-words.tsx'
import { PageLink } from './page-link.tsx'
import type { SourceChoice } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { Outcome } from './written-form.ts'

/**
 * The page of what is recorded about a recommendation with a source, one after another: steps of uptake, claims. Whatever was
 * typed about one that was taken back in the meantime begins the form that records anew.
 */
export function FactPage({
  place: { dossier, ref },
  copy,
  done,
  outcome,
  ids,
  conflicting,
  sources,
  mayWrite,
  items,
  children,
}: {
  place: { readonly dossier: string; readonly ref: string }
  copy: {
    readonly title: (ref: string) => string
    readonly lead: string
    readonly empty: string
    readonly record: string
  }
  done: string | null
  outcome: Outcome | undefined
  ids: readonly number[]
  conflicting: readonly ConflictingField[]
  sources: readonly SourceChoice[]
  mayWrite: boolean
  items: ReactNode
  children: (state: FormState) => ReactNode
}) {
  const { t } = useDeskWords()
  const orphaned = getOrphaned(outcome, ids)
  const { basedOn: _, intent: __, ...begin } = orphaned ?? {}
  const state = getFormState('record', begin, outcome)
  const reason = { name: 'reason', label: t.linkage.reason }
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/recommendations/${ref}`}>{ref}</PageLink>
      </p>
      <h1>{copy.title(ref)}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <KeptWords typed={orphaned} fields={[...conflicting, reason]} />
      <p className="quiet">{copy.lead}</p>
      {ids.length === 0 ? <p className="quiet">{copy.empty}</p> : <ol className="history">{items}</ol>}
      {mayWrite && (
        <section className="part" aria-labelledby="record">
          <h2 id="record">{copy.record}</h2>
          <FormFrame state={state} label={copy.record} hint={t.linkage.publicAtOnce} main>
            {children(state)}
          </FormFrame>
          <SourceList choices={sources} />
        </section>
      )}
    </main>
  )
}
