import { Link, useFetcher, useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { action } from '../../../routes/desk/assess.tsx'
import { AssessAside } from '../assess-aside.tsx'
import { buildInitial } from '../initial-form.ts'
import { PageLink } from '../page-link.tsx'
import { focusRegisterRow } from '../register-focus.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { AssessForm } from '../views.ts'
import { AssessPanel } from './assess-panel.tsx'
import type { KnownSource } from './evidence-source.ts'
import type { ItemChoice } from './item-choice.ts'

/**
 * The panel beside the register, for the recommendation that its address names with `assess`. After Ctrl Enter the form is
 * submitted without leaving the page, that is said, and the next row is focused. Escape closes it and keeps the draft.
 */
export function RegisterAssess({
  panel,
  href,
  sent,
}: {
  readonly panel: {
    readonly form: AssessForm
    readonly choices: readonly KnownSource[]
    readonly items: readonly ItemChoice[]
  } | null
  /** The register as it is, without the panel. */
  readonly href: string
  /** What was submitted just before, without script. */
  readonly sent: string | null
}) {
  const { t } = useDeskWords()
  const [said, setSaid] = useState<string | null>(sent)
  return (
    <>
      <p className={said === null ? 'vh' : 'done'} role="status" id="submitted">
        {said === null ? '' : t.assess.submitted(said)}
      </p>
      {panel !== null && <Open key={panel.form.ref} panel={panel} href={href} tell={setSaid} />}
    </>
  )
}

function Open({
  panel: { form, choices, items },
  href,
  tell,
}: {
  readonly panel: {
    readonly form: AssessForm
    readonly choices: readonly KnownSource[]
    readonly items: readonly ItemChoice[]
  }
  readonly href: string
  readonly tell: (ref: string | null) => void
}) {
  const { t } = useDeskWords()
  const fetcher = useFetcher<typeof action>()
  const navigate = useNavigate()
  const holder = useRef<HTMLElement>(null)
  const { ref, dossier } = form
  const page = `/desk/${dossier.key}/recommendations/${ref}/assess`
  const told = fetcher.data
  const outcome = told === undefined || 'sent' in told ? null : told
  // Going on before the register has been read anew would break that off.
  const isSent = told !== undefined && 'sent' in told && fetcher.state === 'idle'

  useEffect(() => {
    const first = holder.current?.querySelector<HTMLElement>('#line')
    first?.focus()
    first?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    if (outcome !== null) holder.current?.querySelector<HTMLElement>('.errors, .moved')?.focus()
  }, [outcome])
  const hasGone = useRef(false)
  useEffect(() => {
    if (!isSent || hasGone.current) return
    hasGone.current = true
    tell(ref)
    focusRegisterRow(ref, 1)
    navigate(href, { preventScrollReset: true })
  }, [isSent, ref, href, navigate, tell])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    // Leaving a field keeps the draft; the panel goes only after that.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    focusRegisterRow(ref, 0)
    navigate(href, { preventScrollReset: true })
  }
  const initial = buildInitial(form, choices)
  return (
    <section ref={holder} className="regpanel" aria-labelledby="panel-title" onKeyDown={onKeyDown}>
      <AssessPanel
        form={form}
        choices={choices}
        items={items}
        outcome={outcome}
        action={page}
        next={href}
        send={(data) =>
          fetcher.submit(data, { method: 'post', action: page, encType: 'multipart/form-data' })
        }
        heading={
          <>
            <p className="top">
              <Link to={href} preventScrollReset>
                {t.assess.close}
              </Link>
              <PageLink href={page}>{t.assess.fullPage}</PageLink>
            </p>
            <h2 id="panel-title">{t.assess.panel(ref)}</h2>
            <p>{form.title}</p>
          </>
        }
      />
      <AssessAside form={form} notice={outcome === null ? initial.notice : null} />
    </section>
  )
}
