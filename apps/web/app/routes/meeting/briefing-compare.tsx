import { useLoaderData } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/server-runtime'
import { compareBriefingInput } from '@waymark/api/features/briefing/briefing.input'
import type { Section } from '@waymark/meeting/briefing/body'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { FactChanges } from '../../components/meeting/fact-changes.tsx'
import sheet from '../../styles/briefing.css?url'
import { buildDeskMeta } from '../desk/desk-meta.ts'
import { parseReview } from '../desk/place.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export const meta = buildDeskMeta<typeof loader>(({ t }, page) =>
  t.briefing.comparing.title(page?.compared.from.version ?? 1, page?.compared.to.version ?? 1),
)

/** What two versions of a briefing say differently. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { dossier, id: briefing } = parseReview(params)
  const { searchParams } = new URL(request.url)
  const read = compareBriefingInput.safeParse({
    dossier,
    briefing,
    from: Number(searchParams.get('from')),
    to: Number(searchParams.get('to')),
  })
  if (!read.success) throw new Response(null, { status: 404 })
  return {
    dossier,
    briefing,
    compared: await getAnswer(request, context.api.briefing.compare.query(read.data)),
  }
}

const listTexts = (section: Section | null): string[] =>
  section === null
    ? []
    : [
        ...(section.kind === 'text' ? [section.title] : []),
        ...(section.kind === 'recommendation' ? [section.ask] : []),
        section.text,
      ].filter((text) => text !== '')

export default function ComparePage() {
  const { dossier, briefing, compared } = useLoaderData<typeof loader>()
  const { t, localise } = useDeskWords()
  const copy = t.briefing.comparing
  const { from, to, sections, facts } = compared
  const heads = (['title', 'lead'] as const).filter((field) => from[field] !== to[field])
  return (
    <main id="main" className="deskpage">
      <p className="ref">
        <a href={localise(`/meetings/${dossier}/briefings/${briefing}`)}>{t.briefing.refreshing.back}</a>
      </p>
      <h1>{copy.title(from.version, to.version)}</h1>
      <h2>{copy.words}</h2>
      {heads.length + sections.length === 0 && <p>{copy.noWords}</p>}
      {heads.map((field) => (
        <div key={field} className="clash">
          <h3>{field === 'title' ? t.briefing.builder.heading : t.briefing.builder.lead}</h3>
          <p>
            <del>{from[field]}</del>
          </p>
          <p>
            <ins>{to[field]}</ins>
          </p>
        </div>
      ))}
      {sections.map(({ id, kind, before, after }) => {
        const section = after ?? before
        return (
          <div key={id} className="clash">
            <h3>
              {section === null
                ? id
                : `${t.briefing.kinds[section.kind]}: ${section.kind === 'text' ? section.title : section.key}`}
              , {copy[kind]}
            </h3>
            {listTexts(before).map((text) => (
              <p key={text}>
                <del>{text}</del>
              </p>
            ))}
            {listTexts(after).map((text) => (
              <p key={text}>
                <ins>{text}</ins>
              </p>
            ))}
          </div>
        )
      })}
      <h2>{copy.record}</h2>
      {facts.length === 0 ? <p>{copy.noRecord}</p> : <FactChanges changes={facts} />}
    </main>
  )
}
