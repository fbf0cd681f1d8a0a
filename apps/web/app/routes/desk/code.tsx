import { useActionData, useLoaderData } from '@remix-run/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import type { codingWork } from '@waymark/api/features/coding/coding.view'
import type { DeskMessages } from '@waymark/messages/desk/catalogue'
import { ErrorSummary } from '@waymark/ui/error-summary'
import type { z } from 'zod'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'

import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseDossier, parseReview } from './place.ts'
import { getAnswer, getRefusalOf } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.coding.title)

const isDone = ({ t }: DeskWords, name: string | null): name is keyof DeskMessages['coding']['done'] =>
  name !== null && Object.hasOwn(t.coding.done, name)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const words = getDeskWords(context.language)
  getPermitted({ request, context }, 'coding.write')
  const dossier = parseDossier(params)
  const work = await getAnswer(request, context.api.coding.work.query({ dossier }))
  const done = new URL(request.url).searchParams.get('done')
  return { dossier, work, done: isDone(words, done) ? done : null, failed: hasFailedForm(context) }
}

/** Takes up a rating of one's own accord, or asks a colleague for one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'coding.write')
  const typed = parseTyped(await request.formData())
  const target = parseReview({ ...params, id: typed.id })
  const base = `/desk/${target.dossier}/code`
  const isAsking = typed.intent === 'ask'
  const { coding } = context.api
  const refused = await getRefusalOf(
    request,
    isAsking ? coding.ask.mutate({ ...target, coder: typed.coder ?? '' }) : coding.pick.mutate(target),
  )
  if (refused === null) return redirect(isAsking ? `${base}?done=asked` : `${base}/${target.id}`)
  recordFailedForm(context)
  return data({ message: refused.refusal.message }, { status: 422 })
}

type Item = z.infer<typeof codingWork>['asked'][number]

function Waiting({ item, dossier, isMine }: { item: Item; dossier: string; isMine: boolean }) {
  const { formatDate, t } = useDeskWords()
  const copy = t.coding
  const details = [
    copy.effective(formatDate(item.effective)),
    ...(item.step === null ? [] : [item.step]),
    ...(item.askedBy === null ? [] : [copy.askedBy(item.askedBy)]),
    ...(item.dueOn === null ? [] : [copy.dueOn(formatDate(item.dueOn))]),
  ]
  return (
    <li>
      <div>
        <p>
          <span className="ref">{item.ref}</span> {item.title}
        </p>
        <p className="hint">{details.join(', ')}</p>
      </div>
      <div className="act">
        {isMine ? (
          <PageLink
            className="btn"
            href={`/desk/${dossier}/code/${item.id}`}
            aria-label={copy.rateLabel(item.ref)}
          >
            {copy.rate}
          </PageLink>
        ) : (
          <form method="post">
            <input type="hidden" name="id" value={item.id} />
            <button type="submit" name="intent" value="pick" aria-label={copy.pickLabel(item.ref)}>
              {copy.pick}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

export default function CodePage() {
  const { t } = useDeskWords()
  const copy = t.coding
  const { dossier, work, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const parts = [
    { id: 'asked', title: copy.asked, none: copy.noneAsked, items: work.asked },
    { id: 'open', title: copy.open, none: copy.noneOpen, items: work.open },
  ]
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      {refused && (
        <ErrorSummary id="errors" title={t.desk.refusal.heading} errors={[{ message: refused.message }]} />
      )}
      {done !== null && !refused && (
        <p className="done" role="status">
          {copy.done[done]}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      {parts.map(({ id, title, none, items }) => (
        <section className="part" aria-labelledby={id} key={id}>
          <h2 id={id}>
            {title} <span className="quiet">{items.length}</span>
          </h2>
          {items.length === 0 ? (
            <p className="quiet">{none}</p>
          ) : (
            <ul className="waiting">
              {items.map((item) => (
                <Waiting key={item.id} item={item} dossier={dossier} isMine={id === 'asked'} />
              ))}
            </ul>
          )}
        </section>
      ))}
      <p>
        <PageLink href={`/desk/${dossier}/agreement`}>{copy.agreement}</PageLink>
      </p>
    </main>
  )
}
