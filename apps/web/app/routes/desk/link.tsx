import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { LinkForms } from '../../components/desk/link-forms.tsx'
import { LinkHistory, LinkNow } from '../../components/desk/link-history.tsx'
import { hasFailedForm } from './failed-form.ts'
import { sendLinkForm } from './link-intents.ts'
import { parseLink } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

const copy = deskLinkage.link

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = desk.pageTitle(copy.title(page?.link.ref ?? '', page?.link.milestone.title ?? ''), desk.name)
  return [{ title: page?.failed ? desk.errorTitle(title) : title }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'read.desk')
  const { dossier, key, ref } = parseLink(params)
  const mayWrite = hasPermission(actor, 'linkage.write')
  const [link, choices, sources] = await Promise.all([
    getAnswer(request, context.api.link.get.query({ dossier, milestone: key, ref })),
    getAnswer(request, context.api.link.choices.query({ dossier })),
    mayWrite ? listSources({ request, context }, dossier) : [],
  ])
  return {
    dossier,
    link,
    commitments: choices.commitments,
    sources,
    mayWrite,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Each form of the page ends here: corrected, ended, taken up again, waived, a waiver ended. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'linkage.write')
  const { dossier, key, ref } = parseLink(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, dossier)
  const place = { dossier, milestone: key, ref }
  const outcome = await sendLinkForm({ request, api: context.api, place, typed, sources })
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${dossier}/milestones/${key}/links/${ref}?done=${intent}`)
}

export default function LinkPage() {
  const { dossier, link, commitments, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={deskLinkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <a href={`/desk/${dossier}/milestones/${link.milestone.key}`}>{link.milestone.title}</a> ·{' '}
        <a href={`/desk/${dossier}/recommendations/${link.ref}`}>{link.ref}</a>
      </p>
      <h1>{link.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <LinkNow link={link} commitments={commitments} />
      {mayWrite && (
        <section className="part" aria-label={copy.correct}>
          <LinkForms link={link} commitments={commitments} outcome={outcome} />
          <SourceList choices={sources} />
        </section>
      )}
      <LinkHistory link={link} mayWrite={mayWrite} outcome={outcome} />
    </main>
  )
}
