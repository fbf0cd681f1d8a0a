import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { refreshBriefingInput } from '@waymark/api/features/briefing/briefing.input'
import { isDay } from '@waymark/kernel/partial-date'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { Facts } from '@waymark/ui/facts'
import { InputField } from '@waymark/ui/field'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildRefused, type Outcome } from '../../components/desk/written-form.ts'
import { FactChanges } from '../../components/meeting/fact-changes.tsx'
import sheet from '../../styles/briefing.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { hasFailedForm } from '../desk/failed-form.ts'
import { parseReview } from '../desk/place.ts'
import { getAnswer, getRefusalOf } from '../desk/refused.ts'
import { answerRefused } from '../desk/send-form.ts'
import { getPermitted } from '../desk/signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.briefing.refreshing.title)

/** Every fact that would change, old and new. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { dossier, id: briefing } = parseReview(params)
  const asked = new URL(request.url).searchParams.get('asOf')?.trim() ?? ''
  const asOf = isDay(asked) ? { asOf: asked } : {}
  const preview = await getAnswer(
    request,
    context.api.briefing.previewRefresh.query({ dossier, briefing, ...asOf }),
  )
  return {
    dossier,
    briefing,
    preview,
    asked,
    isBad: asked !== '' && !isDay(asked),
    failed: hasFailedForm(context),
  }
}

/** Renews what is not kept, at the cut that was looked at. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.write')
  const words = getDeskWords(context.language)
  const { dossier, id: briefing } = parseReview(params)
  const form = await request.formData()
  const read = refreshBriefingInput.safeParse({
    dossier,
    briefing,
    basedOn: Number(form.get('basedOn')),
    asOf: form.get('asOf'),
    knownAt: form.get('knownAt'),
    keep: form.getAll('keep'),
  })
  if (!read.success) throw new Response(null, { status: 400 })
  const refused = await getRefusalOf(request, context.api.briefing.refresh.mutate(read.data))
  if (refused !== null) return answerRefused(context, buildRefused('refresh', {}, refused.refusal.message))
  return redirect(words.localise(`/meetings/${dossier}/briefings/${briefing}?done=refresh`))
}

export default function RefreshPage() {
  const { dossier, briefing, preview, asked, isBad } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>() as Outcome | undefined
  const { t, formatDate, formatInstant, localise } = useDeskWords()
  const copy = t.briefing.refreshing
  const sayCut = ({ asOf, knownAt, method }: typeof preview.after) =>
    t.briefing.builder.cut(formatDate(asOf), formatInstant(knownAt), method)
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <a href={localise(`/meetings/${dossier}/briefings/${briefing}`)}>{copy.back}</a>
      </p>
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead}</p>
      <form method="get" aria-label={copy.look}>
        <InputField
          id="asOf"
          name="asOf"
          label={copy.day}
          short
          autoComplete="off"
          defaultValue={asked === '' ? preview.after.asOf : asked}
          {...(isBad ? { error: t.briefing.sentences.invalid.asOf } : {})}
        />
        <div className="acts bare">
          <button type="submit">{copy.look}</button>
        </div>
      </form>
      <Facts
        facts={[
          { key: 'from', term: copy.from, text: sayCut(preview.before) },
          { key: 'to', term: copy.to, text: sayCut(preview.after) },
        ]}
      />
      <p>{preview.changes.length === 0 ? copy.none : copy.count(preview.changes.length)}</p>
      <form method="post" aria-label={copy.accept}>
        <input type="hidden" name="basedOn" value={preview.version} />
        <input type="hidden" name="asOf" value={preview.after.asOf} />
        <input type="hidden" name="knownAt" value={preview.after.knownAt} />
        {preview.changes.length > 0 && <FactChanges changes={preview.changes} choose />}
        <div className="acts">
          <button type="submit" className="btn-main">
            {copy.accept}
          </button>
        </div>
      </form>
    </main>
  )
}
