import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { correctItemInput } from '@waymark/api/features/evidence-item/evidence-item.input'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { CustodyReport, EvidenceFile } from '../../components/desk/evidence-file.tsx'
import { ItemFacts, ItemUses, ItemVersions } from '../../components/desk/evidence-item-facts.tsx'
import { EvidenceItemFields, itemFields } from '../../components/desk/evidence-item-fields.tsx'
import { FormFrame, getFormState, ReasonField, SourceList } from '../../components/desk/form-frame.tsx'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { buildSourceLabels } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import sheet from '../../styles/desk-evidence.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseReview } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, listSources, parseSent, sendForm } from './send-form.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]
export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.evidence.itemOf(page?.item.source.title ?? ''),
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.evidence
  getPermitted({ request, context }, 'evidence.write')
  const place = parseReview(params)
  const [detail, sources] = await Promise.all([
    getAnswer(request, context.api.evidenceItem.get.query(place)),
    listSources({ request, context }, place.dossier),
  ])
  return {
    ...place,
    ...detail,
    sources,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Corrects the item, with a reason; its file stays. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'evidence.write')
  const { dossier, id } = parseReview(params)
  const typed = parseSent(await request.formData())
  const outcome = await sendForm(
    words,
    request,
    typed,
    {
      fields: [...itemFields, 'reason'],
      schema: correctItemInput,
      send: (input) => context.api.evidenceItem.correct.mutate(input),
      fixed: {
        dossier,
        id,
        basedOn: Number(typed.basedOn),
        ...(typed.file === undefined ? {} : { file: Number(typed.file) }),
      },
    },
    await listSources({ request, context }, dossier),
  )
  return outcome === null
    ? redirect(`/desk/${dossier}/evidence/${id}?done=correct`)
    : answerRefused(context, outcome)
}

export default function EvidenceItemPage() {
  const { t } = useDeskWords()
  const copy = t.evidence
  const { dossier, item, file, versions, uses, custody, sources, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const begin = {
    source: buildSourceLabels(sources).get(item.source.key) ?? item.source.key,
    locator: item.locator ?? '',
    kind: item.kind,
    origin: item.origin,
    factDate: item.factDate ?? '',
    capturedOn: item.capturedOn ?? '',
    language: item.language,
    excerpt: item.excerpt ?? '',
  }
  const state = getFormState('correct', begin, outcome)
  const isRefused = outcome !== undefined
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={`/desk/${dossier}/evidence`}>{copy.title}</PageLink>
      </p>
      <h1>{copy.itemOf(item.source.title)}</h1>
      {done !== null && !isRefused && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <ItemFacts item={item} />
      <section className="part" aria-labelledby="file">
        <h2 id="file">{copy.file}</h2>
        {file === null ? (
          <p className="quiet">{copy.noFile}</p>
        ) : (
          <EvidenceFile dossier={dossier} file={file} />
        )}
      </section>
      <ItemUses dossier={dossier} uses={uses} />
      <CustodyReport entries={custody} />
      <section className="part" aria-labelledby="correct">
        <h2 id="correct">{copy.correct}</h2>
        <FormFrame
          state={state}
          label={copy.correct}
          hint={copy.correctHint}
          hidden={{ basedOn: item.version, ...(item.file === null ? {} : { file: item.file.id }) }}
          folded
        >
          <EvidenceItemFields state={state} />
          <ReasonField state={state} hint={t.linkage.reasonHint} />
        </FormFrame>
        <SourceList choices={sources} />
      </section>
      <ItemVersions versions={versions.slice(1)} />
    </main>
  )
}
