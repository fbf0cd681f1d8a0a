import { InputField } from '@waymark/ui/field'
import { PageForm } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'

/** The present password and a new one. Neither is ever sent back to the page. */
export function PasswordForm({ email, errors }: { email: string; errors: Readonly<Record<string, string>> }) {
  const { t } = useDeskWords()
  const copy = t.account.home
  return (
    <PageForm method="post" action="/account" noValidate>
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <InputField
        id="current"
        name="current"
        type="password"
        label={copy.current}
        autoComplete="current-password"
        {...(errors.current === undefined ? {} : { error: errors.current })}
      />
      <InputField
        id="next"
        name="next"
        type="password"
        label={copy.next}
        hint={copy.nextHint(copy.leastCharacters)}
        autoComplete="new-password"
        {...(errors.next === undefined ? {} : { error: errors.next })}
      />
      <div className="acts bare">
        <button type="submit" name="intent" value="change-password">
          {copy.setPassword}
        </button>
        <p className="hint">{copy.nextNote}</p>
      </div>
    </PageForm>
  )
}
