import { Link, useFetcher, useNavigate } from '@remix-run/react'
import { deskAssess } from '@waymark/messages/en/desk-assess'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { action } from '../../../routes/desk/assess.tsx'
import { AssessAside } from '../assess-aside.tsx'
import { buildInitial } from '../initial-form.ts'
import type { AssessForm } from '../views.ts'
import { AssessPanel } from './assess-panel.tsx'
import type { KnownSource } from './evidence-source.ts'

/** The address of the register in its state with the panel of one recommendation open, or with none. */
export function buildPanelHref(href: string, ref: string | null): string {
  const [path = '', search = ''] = href.split('?')
  const params = new URLSearchParams(search)
  params.delete('assess')
  params.delete('sent')
  if (ref !== null) params.set('assess', ref)
  const query = params.toString()
  return query === '' ? path : `${path}?${query}`
}

const listOpeners = () => [...document.querySelectorAll<HTMLElement>('[data-assess]')]

/** To the row whose panel was open, or the one after it: the register goes on where one was. */
function focusRow(ref: string, step: 0 | 1): void {
  const openers = listOpeners()
  const at = openers.findIndex((one) => one.dataset.assess === ref)
  const target = openers[at + step] ?? openers[at]
  target?.focus()
}

/**
 * The panel beside the register. The rows' links carry `data-assess` with their reference and lead to
 * {@link buildPanelHref}; after Ctrl Enter the form is submitted without leaving the page, said so, and the next row is
 * focused. Escape closes it and keeps the draft.
 */
export function RegisterAssess({
  panel,
  href,
  sent,
}: {
  readonly panel: { readonly form: AssessForm; readonly choices: readonly KnownSource[] } | null
  /** The register as it is, without the panel. */
  readonly href: string
  /** What was submitted just before, without script. */
  readonly sent: string | null
}) {
  const [said, setSaid] = useState<string | null>(sent)
  return (
    <>
      <p className={said === null ? 'vh whole' : 'done whole pad'} role="status" id="submitted">
        {said === null ? '' : deskAssess.submitted(said)}
      </p>
      {panel !== null && <Open key={panel.form.ref} panel={panel} href={href} tell={setSaid} />}
    </>
  )
}

function Open({
  panel: { form, choices },
  href,
  tell,
}: {
  readonly panel: { readonly form: AssessForm; readonly choices: readonly KnownSource[] }
  readonly href: string
  readonly tell: (ref: string | null) => void
}) {
  const fetcher = useFetcher<typeof action>()
  const navigate = useNavigate()
  const holder = useRef<HTMLElement>(null)
  const { ref, dossier } = form
  const page = `/desk/${dossier.key}/recommendations/${ref}/assess`
  const closed = buildPanelHref(href, null)
  const told = fetcher.data
  const outcome = told === undefined || 'sent' in told ? null : told
  const isSent = told !== undefined && 'sent' in told

  useEffect(() => {
    const first = holder.current?.querySelector<HTMLElement>('#line')
    first?.focus()
    first?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    if (outcome !== null) holder.current?.querySelector<HTMLElement>('.errors, .moved')?.focus()
  }, [outcome])
  useEffect(() => {
    if (!isSent) return
    tell(ref)
    focusRow(ref, 1)
    navigate(closed, { preventScrollReset: true })
  }, [isSent, ref, closed, navigate, tell])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    // Leaving a field keeps the draft; the panel goes only after that.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    focusRow(ref, 0)
    navigate(closed, { preventScrollReset: true })
  }
  const initial = buildInitial(form, choices)
  return (
    <section ref={holder} className="regpanel" aria-labelledby="panel-title" onKeyDown={onKeyDown}>
      <AssessPanel
        form={form}
        choices={choices}
        outcome={outcome}
        action={page}
        next={closed}
        send={(data) => fetcher.submit(data, { method: 'post', action: page })}
        heading={
          <>
            <p className="top">
              <Link to={closed} preventScrollReset>
                {deskAssess.close}
              </Link>
              <a href={page}>{deskAssess.fullPage}</a>
            </p>
            <h2 id="panel-title">{deskAssess.panel(ref)}</h2>
            <p>{form.title}</p>
          </>
        }
      />
      <AssessAside form={form} notice={outcome === null ? initial.notice : null} />
    </section>
  )
}
