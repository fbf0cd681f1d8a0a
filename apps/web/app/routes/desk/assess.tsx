import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/server-runtime'
import { AssessPanel, buildPanelTitle } from '../../components/desk/assess/assess-panel.tsx'
import { buildItemChoices } from '../../components/desk/assess/item-choice.ts'
import { AssessAside } from '../../components/desk/assess-aside.tsx'
import { buildResolved } from '../../components/desk/field-choices.ts'
import { buildInitial } from '../../components/desk/initial-form.ts'
import { RecordPresence } from '../../components/desk/record-presence.tsx'
import { parseTyped } from '../../components/desk/submit-form.ts'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import sheet from '../../styles/desk-assess.css?url'
import { recordIntent } from './assess-intents.ts'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm, recordFailedForm } from './failed-form.ts'
import { parseRecord } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }, page) => t.desk.assess.title(page?.form.ref ?? ''))

const parseFrom = (value: string | null): number | undefined =>
  value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const place = parseRecord(params)
  const search = new URL(request.url).searchParams
  const from = parseFrom(search.get('from'))
  const [form, choices, items, { entry }] = await getAnswer(
    request,
    Promise.all([
      context.api.assessment.form.query({ ...place, ...(from === undefined ? {} : { from }) }),
      context.api.source.choices.query({ dossier: place.dossier }),
      context.api.evidenceItem.choices.query({ dossier: place.dossier }),
      context.api.presence.entry.query({ dossier: place.dossier, kind: 'recommendation', key: place.ref }),
    ]),
  )
  return {
    form,
    choices,
    items: buildItemChoices(items),
    entry,
    kept: search.get('kept') === '1',
    failed: hasFailedForm(context),
  }
}

/** Every button of the form ends here: one more item, one less, keep, discard, submit; also from the register's panel. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'assessment.submit')
  const form = await request.formData()
  const outcome = await recordIntent({
    request,
    context,
    api: context.api,
    place: parseRecord(params),
    form,
    typed: buildResolved(parseTyped(form)),
  })
  if (outcome instanceof Response || 'sent' in outcome) return outcome
  const { status, ...shown } = outcome
  if (status >= 400) recordFailedForm(context)
  return data(shown, { status })
}

export default function AssessPage() {
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.assess
  const { form, choices, items, entry, kept } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const outcome = told === undefined || 'sent' in told ? null : told
  const { pathname } = useLocation()
  const initial = buildInitial(form, choices)
  return (
    <main id="main" className="deskpage withaside">
      <div className="matter">
        <AssessPanel
          form={form}
          choices={choices}
          items={items}
          outcome={outcome}
          action={form.from === null ? pathname : `${pathname}?from=${form.from.id}`}
          heading={
            <>
              <p className="ref">{buildPanelTitle(words, form, outcome?.typed ?? initial.typed)}</p>
              <h1>{form.title}</h1>
              {kept && outcome === null && (
                <p className="done" role="status">
                  {copy.kept}
                </p>
              )}
            </>
          }
        />
        <RecordPresence
          subject={{ dossier: form.dossier.key, kind: 'recommendation', key: form.ref }}
          entry={entry}
          writing
        />
      </div>
      <AssessAside form={form} notice={outcome === null ? initial.notice : null} />
    </main>
  )
}
