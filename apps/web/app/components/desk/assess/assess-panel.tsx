import { ErrorSummary } from '@waymark/ui/error-summary'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { AssessConflict } from '../assess-conflict.tsx'
import { AssessFormFields } from '../assess-form.tsx'
import type { DeskWords } from '../desk-words.ts'
import { type AssessOutcome, buildErrors } from '../faults.ts'
import { buildInitial } from '../initial-form.ts'
import { buildDraftContent, type Typed } from '../submit-form.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { AssessForm } from '../views.ts'
import { DraftMoved, DraftStatus } from './draft-status.tsx'
import { dropFile, overFile } from './drop-file.ts'
import type { KnownSource } from './evidence-source.ts'
import type { ItemChoice } from './item-choice.ts'
import { RuleNotices } from './rule-notices.tsx'
import { useKeptDraft } from './use-kept-draft.ts'
import { readForm, useLiveForm } from './use-live-form.ts'

/**
 * The assess form with all that belongs to it: what was wrong with it, what is on record now when the record moved on, the
 * rules as they apply, and the draft that keeps itself. The page of one record and the panel beside the register use it.
 */
export function AssessPanel({
  form,
  choices,
  items,
  outcome,
  action,
  next,
  heading,
  send,
}: {
  readonly form: AssessForm
  readonly choices: readonly KnownSource[]
  readonly items: readonly ItemChoice[]
  /** What came of sending it; null before it was sent. */
  readonly outcome: AssessOutcome | null
  readonly action: string
  readonly next?: string
  readonly heading: ReactNode
  /** Sends the form without leaving the page; where it is left out, the browser sends it. */
  readonly send?: (data: FormData) => void
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.assess
  const holder = useRef<HTMLDivElement>(null)
  const initial = buildInitial(form, choices)
  const [taken, setTaken] = useState<{ readonly rev: number; readonly typed: Typed } | null>(null)
  const shown = outcome?.typed ?? initial.typed
  const typed = taken?.typed ?? shown
  const { byField, summary } = buildErrors(words, {
    typed,
    faults: outcome?.faults ?? [],
    refusal: outcome?.refusal ?? null,
  })
  const conflict = outcome?.conflict ?? null
  const draftMoved = outcome?.draftMoved ?? null
  const sentRev = outcome === null ? (form.draft?.rev ?? 0) : Number(outcome.typed.draftRev ?? 0)
  const rev = taken?.rev ?? sentRev
  const off = initial.notice === 'other-draft' || draftMoved !== null
  const formKey = `${form.ref} ${taken?.rev ?? ''} ${outcome === null ? 'first' : JSON.stringify(outcome.typed)}`
  const live = useLiveForm(holder, form, choices, items, typed)
  const place = { dossier: form.dossier.key, ref: form.ref }
  const draft = useKeptDraft(holder, { place, rev, off, formKey })

  const onSubmit = (event: FormEvent<HTMLDivElement>) => {
    const element = event.target
    const { submitter } = event.nativeEvent as SubmitEvent
    const keeper = draft.keeper.current
    if (!(element instanceof HTMLFormElement) || element.dataset.ready === '1') return
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'submit'
    if (keeper === null && send === undefined) return
    event.preventDefault()
    void (async () => {
      await keeper?.keep()
      // What is sent to a server that does not answer is gone with the page; the form stays, and says so.
      if (keeper?.isCutOff()) return
      // A draft that is on its way would be there again after the submission.
      await keeper?.stop()
      if (send !== undefined && /^(submit|attach|detach)/.test(intent)) {
        const data = new FormData(element)
        data.set('intent', intent)
        data.set('stay', '1')
        send(data)
      } else {
        // A form does not let itself be sent again while the event that stopped it is still on its way.
        await new Promise((resolve) => setTimeout(resolve))
        element.dataset.ready = '1'
        element.requestSubmit(submitter instanceof HTMLButtonElement ? submitter : null)
      }
    })()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for what the controls of the form within it do
    <div
      ref={holder}
      className="assesspanel"
      onInput={(event) => {
        live.onInput(event)
        draft.keeper.current?.note()
      }}
      onBlur={() => void draft.keeper.current?.keep()}
      onKeyDown={live.onKeyDown}
      onDragOver={overFile}
      onDrop={dropFile}
      onSubmit={onSubmit}
    >
      <ErrorSummary id="errors" title={copy.errorsHeading} errors={summary} />
      {heading}
      {draftMoved !== null && <p className="done">{copy.draftMoved}</p>}
      {conflict !== null && <AssessConflict {...conflict} typed={typed} action={action} />}
      {draft.kept.kind === 'moved' && draft.elsewhere !== undefined && (
        <DraftMoved
          elsewhere={draft.elsewhere}
          here={buildDraftContent(readForm(holder.current))}
          keepHere={() => draft.keeper.current?.goOn(draft.elsewhere?.rev ?? 0)}
          takeThere={() => {
            if (draft.elsewhere) setTaken({ rev: draft.elsewhere.rev, typed: draft.elsewhere.content })
          }}
        />
      )}
      <AssessFormFields
        key={formKey}
        form={form}
        typed={typed}
        errors={byField}
        choices={choices}
        items={items}
        draftRev={rev === 0 ? null : rev}
        newVersion={conflict?.version ?? null}
        draftMoved={draftMoved}
        action={action}
        {...(next === undefined ? {} : { next })}
        notices={<RuleNotices notices={live.notices} />}
        keptNow={draft.kept.kind === 'kept'}
      />
      <DraftStatus kept={draft.kept} off={off} />
    </div>
  )
}

/** What stands above the form on its own page. */
export const buildPanelTitle = ({ t }: DeskWords, form: AssessForm, typed: Typed): string =>
  typed.supersedes === undefined
    ? t.desk.assess.title(form.ref)
    : t.desk.assess.correctTitle(form.ref, Number(typed.supersedes))
