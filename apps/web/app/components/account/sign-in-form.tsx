import { ErrorSummary } from '@waymark/ui/error-summary'
import { InputField } from '@waymark/ui/field'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../desk/language-switch.tsx'
import { PageForm, PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'

function Entry({
  address,
  title,
  lead,
  children,
}: {
  /** Of this page, without its language. */
  address: string
  title: string
  lead: string
  children: ReactNode
}) {
  return (
    <main id="main" className="entry">
      <PageLink className="brand" href="/">
        <svg viewBox="0 0 13 18" aria-hidden="true">
          <path d="M0 0H13V3.2H0ZM0 4.9H13V8.1H0ZM0 9.8H13V13H0Z" fill="currentColor" opacity=".32" />
          <path d="M0 9.8H13V13H0ZM0 14.7H13V17.9H0Z" fill="currentColor" />
        </svg>
        Waymark
      </PageLink>
      <LanguageSwitch address={address} />
      <h1>{title}</h1>
      <p className="quiet">{lead}</p>
      {children}
    </main>
  )
}

/** Email and password. After a refusal the email is kept, the password is not. */
export function SignInForm({
  next,
  email,
  errors,
}: {
  next: string
  email: string
  errors: Readonly<{ email?: string; password?: string }>
}) {
  const { t } = useDeskWords()
  const copy = t.account.signIn
  const summary = (['email', 'password'] as const).flatMap((field) => {
    const message = errors[field]
    return message === undefined ? [] : [{ field, message }]
  })
  return (
    <Entry address={`/sign-in?next=${encodeURIComponent(next)}`} title={copy.title} lead={copy.lead}>
      <ErrorSummary id="errors" title={copy.heading} errors={summary} />
      <PageForm method="post" action="/sign-in" noValidate>
        <input type="hidden" name="next" value={next} />
        <InputField
          id="email"
          name="email"
          type="email"
          label={copy.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={email}
          {...(errors.email === undefined ? {} : { error: errors.email })}
        />
        <InputField
          id="password"
          name="password"
          type="password"
          label={copy.password}
          autoComplete="current-password"
          {...(errors.password === undefined ? {} : { error: errors.password })}
        />
        <div className="acts">
          <button type="submit" className="btn-main">
            {copy.submit}
          </button>
        </div>
      </PageForm>
      <p>
        <PageLink href="/">{copy.publicPages}</PageLink>
      </p>
    </Entry>
  )
}

/** The code of the second step. */
export function CodeForm({ next, error }: { next: string; error: string | null }) {
  const { t } = useDeskWords()
  const copy = t.account.code
  return (
    <Entry address={`/sign-in/code?next=${encodeURIComponent(next)}`} title={copy.title} lead={copy.lead}>
      <ErrorSummary
        id="errors"
        title={t.account.signIn.heading}
        errors={error === null ? [] : [{ field: 'code', message: error }]}
      />
      <PageForm method="post" action="/sign-in/code" noValidate>
        <input type="hidden" name="next" value={next} />
        <InputField
          id="code"
          name="code"
          label={copy.code}
          inputMode="text"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          {...(error === null ? {} : { error })}
        />
        <div className="acts">
          <button type="submit" className="btn-main">
            {copy.submit}
          </button>
        </div>
      </PageForm>
      <p>
        <PageLink href={`/sign-in?next=${encodeURIComponent(next)}`}>{copy.again}</PageLink>
      </p>
    </Entry>
  )
}
