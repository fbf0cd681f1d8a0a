import { InputField } from '@waymark/ui/field'
import { PageForm } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'

type Setup = {
  readonly uri: string
  readonly secret: string
  readonly qr: string
  readonly backupCodes: readonly string[]
}
type Errors = Readonly<Record<string, string>>

/** The secret in groups of four, as it is typed off. */
export const formatSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

function SetupForm({ setup, errors }: { setup: Setup; errors: Errors }) {
  const { t } = useDeskWords()
  const copy = t.account.home
  return (
    <>
      <h3>{copy.setUp}</h3>
      <p>{copy.scan}</p>
      {/* As an image: markup that comes back with a form is never made part of the page. */}
      <img
        className="qr"
        src={`data:image/svg+xml,${encodeURIComponent(setup.qr)}`}
        alt={copy.qr}
        width="220"
        height="220"
      />
      <p>
        {copy.secret}: <code>{formatSecret(setup.secret)}</code>
      </p>
      <h3>{copy.backup}</h3>
      <p>{copy.backupLead}</p>
      <ul className="codes">
        {setup.backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <PageForm method="post" action="/account" noValidate>
        <input type="hidden" name="uri" value={setup.uri} />
        <input type="hidden" name="backup" value={setup.backupCodes.join(' ')} />
        <InputField
          id="code"
          name="code"
          label={t.account.code.code}
          short
          inputMode="numeric"
          autoComplete="one-time-code"
          {...(errors.code === undefined ? {} : { error: errors.code })}
        />
        <div className="acts bare">
          <button type="submit" name="intent" value="verify" className="btn-main">
            {copy.finish}
          </button>
        </div>
      </PageForm>
    </>
  )
}

/** Two-factor sign-in: on or off, each change behind the password, and the set-up with its secret shown once. */
export function SecondFactor({ on, setup, errors }: { on: boolean; setup: Setup | null; errors: Errors }) {
  const { t } = useDeskWords()
  const copy = t.account.home
  if (setup !== null && !on) return <SetupForm setup={setup} errors={errors} />
  return (
    <PageForm method="post" action="/account" noValidate>
      <p>{on ? copy.twoFactorOn : copy.twoFactorOff}</p>
      <InputField
        id="confirm"
        name="password"
        type="password"
        label={copy.confirmPassword}
        autoComplete="current-password"
        {...(errors.confirm === undefined ? {} : { error: errors.confirm })}
      />
      <div className="acts bare">
        <button type="submit" name="intent" value={on ? 'disable' : 'enable'}>
          {on ? copy.turnOff : copy.turnOn}
        </button>
      </div>
    </PageForm>
  )
}
