import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { translationListInput } from '@waymark/api/features/translation/translation.input'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import {
  TranslationCounts,
  TranslationFilter,
  TranslationRows,
} from '../../components/desk/translation-list.tsx'
import { TranslationTable } from '../../components/desk/translation-table.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getDone } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'
import { readTableFile } from './translation-file.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.translation.listTitle)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.translation
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const search = new URL(request.url).searchParams
  const given = Object.fromEntries(
    ['kind', 'language', 'state'].flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  )
  const page = search.get('page')
  const asked = translationListInput.safeParse({ dossier, ...given, ...(page ? { page: Number(page) } : {}) })
  if (!asked.success) throw new Response(null, { status: 400 })
  return {
    dossier,
    asked: asked.data,
    list: await getAnswer(request, context.api.translation.list.query(asked.data)),
    mayWrite: hasPermission(actor, 'translation.write'),
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Looks at a table that somebody sends, or brings in the one that they looked at. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.translation
  getPermitted({ request, context }, 'translation.write')
  const dossier = parseDossier(params)
  const form = await request.formData()
  const refuse = (message: string) => {
    recordFailedForm(context)
    return data({ message, plan: null, file: null }, { status: 422 })
  }
  const file = await readTableFile(form)
  if (file === 'none') return refuse(copy.table.noFile)
  if (file === 'too-large') return refuse(copy.table.tooLarge)
  if (form.get('intent') === 'import') {
    const refused = await getRefusalOf(
      request,
      context.api.translation.import.mutate({ dossier, ...file, basis: String(form.get('basis') ?? '') }),
    )
    if (refused === null) return redirect(`/desk/${dossier}/translations?done=import`)
    return refuse(refused.refusal.code === 'record-moved-on' ? copy.table.moved : refused.refusal.message)
  }
  const plan = await getAnswer(request, context.api.translation.check.mutate({ dossier, ...file }))
  if (plan.unreadable !== null) return refuse(plan.unreadable)
  return data({ message: null, plan, file }, { status: 200 })
}

export default function TranslationListPage() {
  const { t } = useDeskWords()
  const copy = t.translation
  const { dossier, asked, list, mayWrite, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <h1>{copy.listTitle}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      <TranslationCounts dossier={dossier} counts={list.counts} />
      {mayWrite && <TranslationTable dossier={dossier} outcome={outcome} />}
      <section className="part" aria-labelledby="texts">
        <h2 id="texts">
          {copy.list.title} <span className="quiet">{copy.list.found(list.total)}</span>
        </h2>
        <TranslationFilter asked={asked} />
        <TranslationRows dossier={dossier} asked={asked} list={list} />
      </section>
    </main>
  )
}
