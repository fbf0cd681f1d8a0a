import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '@waymark/api/router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { browserApi, leavingApi } from '../../../http/browser-api.ts'
import { buildDraftContent, type Typed } from '../submit-form.ts'
import { type Attempt, createDraftKeeper, type DraftKeeper, type Kept } from './keep-draft.ts'
import { readForm } from './use-live-form.ts'

type Place = { readonly dossier: string; readonly ref: string }

/** A draft as it was kept elsewhere; null where it is there no more. */
export type Elsewhere = { readonly rev: number; readonly content: Typed } | null

const getDraft = async (place: Place): Promise<Elsewhere> =>
  (await browserApi.assessment.form.query(place)).draft

const isSame = (a: Typed, b: Typed) => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''))
}

/**
 * Keeps the form on the page as a draft while it is written. Nothing is kept while `off`: a form that would replace
 * another draft is kept by its button only.
 */
export function useKeptDraft(
  holder: RefObject<HTMLDivElement | null>,
  { place, rev, off, formKey }: { place: Place; rev: number; off: boolean; formKey: string },
) {
  const [kept, setKept] = useState<Kept>({ kind: 'nothing' })
  const [elsewhere, setElsewhere] = useState<Elsewhere | undefined>(undefined)
  const keeper = useRef<DraftKeeper | null>(null)
  const { dossier, ref } = place
  // Only a form that is made anew starts from the revision of its page; until then the keeper knows better.
  const start = useRef(rev)
  start.current = rev

  useEffect(() => {
    if (off) return
    setKept({ kind: 'nothing' })
    setElsewhere(undefined)
    // Once the form has left the page, what it last held is what is kept.
    let last: Record<string, string> = {}
    const read = () => {
      if (holder.current?.querySelector('form.assessing')) last = buildDraftContent(readForm(holder.current))
      return last
    }
    const setRev = (next: number) => {
      const field = holder.current?.querySelector<HTMLInputElement>('input[name="draftRev"]')
      if (field) field.value = String(next)
    }
    const save = async (from: number, content: Record<string, string>): Promise<Attempt> => {
      try {
        const saved = await browserApi.assessment.saveDraft.mutate({ dossier, ref, rev: from, content })
        setRev(saved.rev)
        return { kind: 'kept', rev: saved.rev }
      } catch (error) {
        // Without an answer of the API there is no refusal either.
        const answered = isTRPCClientError<AppRouter>(error) && error.data != null
        if (!answered || error.data?.refusal?.code !== 'draft-moved-on') return { kind: 'away', answered }
      }
      try {
        const there = await getDraft({ dossier, ref })
        // The answer to an earlier attempt was lost on its way: what is kept is what was sent.
        if (there !== null && isSame(there.content, content)) {
          setRev(there.rev)
          return { kind: 'kept', rev: there.rev }
        }
        setElsewhere(there)
        return { kind: 'moved' }
      } catch {
        return { kind: 'away', answered: false }
      }
    }
    const current = createDraftKeeper({
      rev: start.current,
      read,
      save,
      tell: setKept,
    })
    keeper.current = current
    const leave = () => {
      const pending = current.getPending()
      // Whatever comes of it, nobody is left to hear it.
      if (pending !== null)
        leavingApi.assessment.saveDraft
          .mutate({ dossier, ref, rev: pending.rev, content: { ...pending.content } })
          .catch(() => null)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      void current.keep().then(current.stop)
      keeper.current = null
    }
  }, [dossier, ref, off, formKey, holder])

  return { kept, elsewhere, keeper }
}
