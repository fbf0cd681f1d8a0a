import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/server-runtime'
import { proposeEditionInput } from '@waymark/api/features/edition/edition.input'
import { isDay } from '@waymark/kernel/partial-date'
import { DataTable } from '@waymark/ui/data-table'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { InputField } from '@waymark/ui/field'
import { type DeskEdition, PreviewFacts, ProposalForm } from '../../components/desk/edition-parts.tsx'
import { formatMinuteInZone } from '../../components/desk/edition-zone.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import casesSheet from '../../styles/desk-cases.css?url'
import { buildDeskMeta } from './desk-meta.ts'
import { hasFailedForm } from './failed-form.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { answerRefused, getDone, parseSent, sendForm } from './send-form.ts'
import { getPermitted, hasPermission } from './signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesSheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }) => t.edition.title)

/** Editions from the proposal on; with a day in the address, what would be frozen of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { t } = getDeskWords(context.language)
  const copy = t.edition
  const actor = getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  const asOf = new URL(request.url).searchParams.get('asOf')?.trim() ?? ''
  const mayPropose = hasPermission(actor, 'edition.propose')
  const { editions, key } = await getAnswer(request, context.api.edition.desk.query({ dossier }))
  const frame = await getAnswer(request, context.api.dossier.frame.query({ dossier }))
  const isReadable = isDay(asOf) && asOf <= frame.today
  return {
    dossier,
    editions,
    hasKey: key !== null,
    mayPropose,
    today: frame.today,
    asked: asOf,
    dayFault: asOf === '' || isReadable ? null : copy.sentences.invalid.asOf,
    preview:
      mayPropose && isReadable
        ? await getAnswer(request, context.api.edition.preview.query({ dossier, asOf }))
        : null,
    done: getDone(request, copy.done),
    failed: hasFailedForm(context),
  }
}

/** Hands an edition to a second person. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const words = getDeskWords(context.language)
  const { t } = words
  const copy = t.edition
  getPermitted({ request, context }, 'edition.propose')
  const dossier = parseDossier(params)
  const typed = parseSent(await request.formData())
  const { embargoUntil = '', zone = 'UTC', correctsId = '', correctsWhat = '' } = typed
  const isCorrection = correctsId !== '' || correctsWhat.trim() !== ''
  let edition = 0
  const outcome = await sendForm(words, request, typed, {
    fields: ['title', 'asOf', 'knownAt', 'method', 'note'],
    schema: proposeEditionInput,
    send: async (input) => {
      edition = (await context.api.edition.propose.mutate(input)).edition
    },
    fixed: {
      dossier,
      ...(embargoUntil.trim() === '' ? {} : { embargoUntil: formatMinuteInZone(embargoUntil, zone) }),
      ...(isCorrection ? { corrects: { id: correctsId, what: correctsWhat } } : {}),
    },
    sentences: { missing: copy.sentences.missing, invalid: copy.sentences.invalid },
  })
  return outcome === null
    ? redirect(`/desk/${dossier}/editions/${edition}?done=propose`)
    : answerRefused(context, outcome)
}

export default function EditionsPage() {
  const { t } = useDeskWords()
  const copy = t.edition
  const { dossier, editions, hasKey, mayPropose, today, asked, dayFault, preview, done } =
    useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  return (
    <main id="main" className="deskpage">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <h1>{copy.title}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <p className="quiet">{copy.lead}</p>
      {!hasKey && <p>{copy.keyless}</p>}
      {mayPropose && hasKey && (
        <section className="part" aria-labelledby="prepare">
          <h2 id="prepare">{copy.prepare}</h2>
          <form method="get" aria-label={copy.look}>
            <InputField
              id="asOf"
              name="asOf"
              label={copy.fields.asOf}
              hint={copy.hints.asOf}
              short
              autoComplete="off"
              defaultValue={asked === '' ? today : asked}
              {...(dayFault === null ? {} : { error: dayFault })}
            />
            <div className="acts bare">
              <button type="submit">{copy.look}</button>
            </div>
          </form>
          {preview !== null && (
            <>
              <h3>{copy.figures}</h3>
              <PreviewFacts preview={preview} dossier={dossier} />
              <ProposalForm
                preview={preview}
                published={editions.filter(({ state }) => state === 'published')}
                outcome={outcome}
              />
            </>
          )}
        </section>
      )}
      {editions.length === 0 ? (
        <p className="quiet gap-top">{copy.empty}</p>
      ) : (
        <EditionTable editions={editions} dossier={dossier} />
      )}
    </main>
  )
}

function EditionTable({ editions, dossier }: { editions: readonly DeskEdition[]; dossier: string }) {
  const { formatDate, formatInstant, t } = useDeskWords()
  const copy = t.edition
  return (
    <DataTable
      caption={copy.title}
      hideCaption
      rows={editions}
      getKey={({ edition }) => String(edition)}
      columns={[
        {
          key: 'title',
          header: copy.columns.title,
          cell: ({ edition, title, id }) => (
            <>
              <PageLink href={`/desk/${dossier}/editions/${edition}`}>{title}</PageLink>
              {id !== null && <span className="hint"> {id}</span>}
            </>
          ),
        },
        {
          key: 'asOf',
          header: copy.columns.asOf,
          narrowLabel: copy.columns.asOf,
          cell: ({ cut }) => formatDate(cut.asOf),
        },
        {
          key: 'state',
          header: copy.columns.state,
          narrowLabel: copy.columns.state,
          cell: ({ state, issuedAt }) => (
            <>
              {copy.states[state]}
              {state === 'embargoed' && issuedAt !== null && (
                <span className="hint">, {copy.from(formatInstant(issuedAt))}</span>
              )}
            </>
          ),
        },
        {
          key: 'by',
          header: copy.columns.by,
          narrowLabel: copy.columns.by,
          cell: ({ proposer, proposedAt }) => `${proposer}, ${formatInstant(proposedAt)}`,
        },
      ]}
    />
  )
}
