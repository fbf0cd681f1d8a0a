import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/server-runtime'
import type { DeskMessages } from '@waymark/messages/desk/catalogue'
import { ErrorSummary } from '@waymark/ui/error-summary'
import sheet from '@waymark/ui/styles/desk.css?url'
import { CalendarPart } from '../../components/account/calendar-part.tsx'
import { PasswordForm } from '../../components/account/password-form.tsx'
import { SecondFactor } from '../../components/account/second-factor.tsx'
import { SessionTable } from '../../components/account/session-table.tsx'
import { DeskBar, DeskFrame } from '../../components/desk/desk-frame.tsx'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import own from '../../styles/desk.css?url'
import { buildAccountMeta } from '../desk/desk-meta.ts'
import { hasFailedForm, recordFailedForm } from '../desk/failed-form.ts'
import { getSignedIn, hasPermission } from '../desk/signed-in.ts'
import { recordAccountIntent } from './account-intents.ts'
import { isCalendarIntent, recordCalendarIntent } from './calendar-intents.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: sheet },
  { rel: 'stylesheet', href: own },
]

export const meta = buildAccountMeta<typeof loader>(({ t }) => t.account.home.title)

const isChange = (
  { t }: DeskWords,
  name: string | null,
): name is keyof DeskMessages['account']['home']['changed'] =>
  name !== null && Object.hasOwn(t.account.home.changed, name)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const words = getDeskWords(context.language)
  const actor = getSignedIn({ request, context })
  const session = await context.accounts.getSession()
  const sessions = await context.accounts.listSessions(actor.id)
  const changed = new URL(request.url).searchParams.get('changed')
  const calendar = hasPermission(actor, 'meeting.read') ? await context.api.calendar.get.query({}) : null
  return {
    calendar,
    person: { name: actor.name, email: actor.email, role: actor.role },
    twoFactor: session?.actor.twoFactor ?? false,
    here: session?.id ?? null,
    sessions,
    changed: isChange(words, changed) ? changed : null,
    failed: hasFailedForm(context),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  const actor = getSignedIn({ request, context })
  const typed = parseTyped(await request.formData())
  if (isCalendarIntent(typed.intent))
    return data({
      errors: {},
      setup: null,
      calendar: await recordCalendarIntent(request, context, typed.intent),
    })
  const outcome = await recordAccountIntent(words, context.accounts, actor.id, typed)
  if (outcome instanceof Response) return outcome
  if (Object.keys(outcome.errors).length > 0) recordFailedForm(context)
  return data({ ...outcome, calendar: null }, { status: Object.keys(outcome.errors).length > 0 ? 422 : 200 })
}

export default function AccountPage() {
  const { getRoleWord, t } = useDeskWords()
  const copy = t.account.home
  const { person, twoFactor, here, sessions, changed, calendar } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const errors: Readonly<Record<string, string>> = outcome?.errors ?? {}
  return (
    <DeskFrame bar={<DeskBar person={person} dossier={null} path="/account" />} side={null}>
      <main id="main" className="deskpage">
        <ErrorSummary
          id="errors"
          title={t.account.signIn.heading}
          errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
        />
        <h1>{copy.title}</h1>
        <p>
          {copy.signedInAs} {person.name} ({person.email}). {copy.role}: {getRoleWord(person.role)}.
        </p>
        {changed !== null && outcome === undefined && (
          <p className="done" role="status">
            {copy.changed[changed]}
          </p>
        )}
        <section className="part" aria-labelledby="sessions">
          <h2 id="sessions">{copy.sessions}</h2>
          <p className="hint">{copy.sessionsLead}</p>
          <SessionTable sessions={sessions} here={here} />
        </section>
        <section className="part narrow" aria-labelledby="two-factor">
          <h2 id="two-factor">{copy.twoFactor}</h2>
          <SecondFactor on={twoFactor} setup={outcome?.setup ?? null} errors={errors} />
        </section>
        <section className="part narrow" aria-labelledby="password">
          <h2 id="password">{copy.password}</h2>
          <PasswordForm email={person.email} errors={errors} />
        </section>
        {calendar !== null && (
          <CalendarPart
            since={calendar.since}
            address={outcome?.calendar?.address ?? null}
            isRevoked={outcome?.calendar?.address === null}
          />
        )}
      </main>
    </DeskFrame>
  )
}
