import { useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { PageLink } from '../../components/desk/page-link.tsx'
import { useDeskWords } from '../../components/desk/use-desk-words.ts'
import { buildDeskMeta } from './desk-meta.ts'

import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

export const meta = buildDeskMeta(({ t }) => t.coding.alpha.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'read.desk')
  const dossier = parseDossier(params)
  return { dossier, agreement: await getAnswer(request, context.api.coding.agreement.query({ dossier })) }
}

type Line = {
  readonly rated: number
  readonly same: number
  readonly n: number
  readonly alpha: number | null
}

export default function AgreementPage() {
  const { t } = useDeskWords()
  const copy = t.coding.alpha
  const { dossier, agreement } = useLoaderData<typeof loader>()
  const { fewest, areas, overall } = agreement
  const formatAlpha = ({ n, alpha }: Line) =>
    n < fewest ? copy.tooFew : alpha === null ? copy.noVariation : alpha.toFixed(2)
  const cells = (line: Line) => (
    <>
      <td className="num" data-l={copy.rated}>
        {line.rated}
      </td>
      <td className="num" data-l={copy.same}>
        {line.same}
      </td>
      <td className="num" data-l={copy.n}>
        {line.n}
      </td>
      <td className="num" data-l={copy.alpha}>
        {formatAlpha(line)}
      </td>
    </>
  )
  return (
    <main id="main" className="deskpage">
      <h1>{copy.title}</h1>
      <p className="quiet">{copy.lead(fewest)}</p>
      {overall.rated === 0 ? (
        <p>{copy.none}</p>
      ) : (
        <table className="stack">
          <caption className="vh">{copy.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{copy.area}</th>
              {[copy.rated, copy.same, copy.n, copy.alpha].map((head) => (
                <th scope="col" className="num" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((line) => (
              <tr key={line.area}>
                <th scope="row">{line.title}</th>
                {cells(line)}
              </tr>
            ))}
            <tr>
              <th scope="row">{copy.all}</th>
              {cells(overall)}
            </tr>
          </tbody>
        </table>
      )}
      <p>
        <PageLink href={`/desk/${dossier}/code`}>{copy.again}</PageLink>
      </p>
    </main>
  )
}
