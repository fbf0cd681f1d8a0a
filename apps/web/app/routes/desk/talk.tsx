import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { RecordTalk } from '../../components/desk/record-talk.tsx'
import { buildSubjectHref, buildTalkHref } from '../../components/desk/subject-href.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { loadTalk } from './load-talk.ts'
import { parseSubject } from './place.ts'
import { answerRefused, parseSent } from './send-form.ts'
import { getPermitted } from './signed-in.ts'
import { sendTalkForm } from './talk-intents.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.together.talk.pageTitle(page?.talk.subject.key ?? ''),
)

/** The conversation on any record, and what was assigned on it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'colleague.write')
  const talk = await loadTalk({ request, context }, parseSubject(params))
  return { talk, failed: hasFailedForm(context) }
}

/** Every form of a conversation ends here, and goes back to the page of the record. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'colleague.write')
  const subject = parseSubject(params)
  const typed = parseSent(await request.formData())
  const outcome = await sendTalkForm(words, { request, api: context.api, subject, typed })
  if (outcome !== null) return answerRefused(context, outcome)
  const part = /^(assign|change|done|drop)/.test(typed.intent ?? '') ? 'assignments' : 'talk'
  return redirect(`${buildSubjectHref(subject)}#${part}`)
}

export default function TalkPage() {
  const { t } = useDeskWords()
  const { talk } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { subject } = talk
  const href = buildSubjectHref(subject)
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <h1>
        {href === buildTalkHref(subject) ? subject.key : <PageLink href={href}>{subject.key}</PageLink>}
      </h1>
      <RecordTalk talk={talk} outcome={outcome} />
    </main>
  )
}
