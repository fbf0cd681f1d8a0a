import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskTogether } from '@waymark/messages/en/desk-together'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { buildSubjectHref, buildTalkHref } from '../../components/desk/subject-href.ts'
import { hasFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { parseSubject } from './place.ts'
import { answerRefused, parseSent } from './send-form.ts'
import { getPermitted } from './signed-in.ts'
import { sendTalkForm } from './talk-intents.ts'

const copy = deskTogether.talk

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.pageTitle(page?.talk.subject.key ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

/** The conversation on any record, and what was assigned on it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'colleague.write')
  const talk = await loadTalk({ request, context }, parseSubject(params))
  return { talk, failed: hasFailedForm(context) }
}

/** Every form of a conversation ends here, and goes back to the page of the record. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'colleague.write')
  const subject = parseSubject(params)
  const typed = parseSent(await request.formData())
  const outcome = await sendTalkForm({ request, api: context.api, subject, typed })
  if (outcome !== null) return answerRefused(context, outcome)
  const part = /^(assign|change|done|drop)/.test(typed.intent ?? '') ? 'assignments' : 'talk'
  return redirect(`${buildSubjectHref(subject)}#${part}`)
}

export default function TalkPage() {
  const { talk } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { subject } = talk
  const href = buildSubjectHref(subject)
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={deskLinkage.errorsHeading} errors={outcome?.summary ?? []} />
      <h1>{href === buildTalkHref(subject) ? subject.key : <a href={href}>{subject.key}</a>}</h1>
      <RecordTalk talk={talk} outcome={outcome} />
    </main>
  )
}
