import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { LinkForms } from '../../components/desk/link-forms.tsx'
import { LinkHistory, LinkNow } from '../../components/desk/link-history.tsx'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { sendLinkForm } from './link-intents.ts'
import { parseLink } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.linkage.link.title(page?.link.ref ?? '', page?.link.milestone.title ?? ''),
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.linkage.link
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
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'linkage.write')
  const { dossier, key, ref } = parseLink(params)
  const typed = parseSent(await request.formData())
  const sources = await listSources({ request, context }, dossier)
  const place = { dossier, milestone: key, ref }
  const outcome = await sendLinkForm(words, { request, api: context.api, place, typed, sources })
  if (outcome !== null) return answerRefused(context, outcome)
  const [intent = ''] = (typed.intent ?? '').split('.')
  return redirect(`/desk/${dossier}/milestones/${key}/links/${ref}?done=${intent}`)
}

export default function LinkPage() {
  const { t } = useDeskWords()
  const copy = t.linkage.link
  const { dossier, link, commitments, sources, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/milestones/${link.milestone.key}`}>{link.milestone.title}</PageLink>{' '}
        · <PageLink href={`/desk/${dossier}/recommendations/${link.ref}`}>{link.ref}</PageLink>
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
