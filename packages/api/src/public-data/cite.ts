import { getDossierHead } from '@waymark/db/queries/cut.query'
import { buildBibtex, buildCslJson, type Citation } from '@waymark/exchange/open-data/citation'
import { z } from 'zod'
import { cut } from '../common/cut.ts'
import type { Context } from '../context.ts'
import type { Body } from './answer.ts'
import { getDataWords } from './dictionary.ts'
import { buildPermalink } from './permalink.ts'
import type { AnyView } from './views.ts'

const anyData = z.looseObject({
  ...cut.shape,
  ref: z.string().optional(),
  title: z.string().optional(),
  milestone: z.looseObject({ title: z.string() }).optional(),
})

/**
 * The citation of the page that shows a view, for programs that keep references. It names the whole cut, also what was
 * left to its default, so that it leads to the same figures.
 *
 * @param page address of the page without its ending, with the parameters that were asked for
 */
export async function buildCitationFile(
  ctx: Pick<Context, 'record'>,
  view: Pick<AnyView, 'name'>,
  data: object,
  page: URL,
  format: 'bib' | 'csl.json',
): Promise<Body> {
  const { dossier, asOf, knownAt, method, ref, title, milestone } = anyData.parse(data)
  const head = await getDossierHead(ctx.record.public, dossier)
  const subject =
    milestone?.title ??
    (ref === undefined ? getDataWords('en').views[view.name].title : `${ref} ${title ?? ''}`)
  const citation: Citation = {
    url: buildPermalink(page, { asOf, knownAt, method }),
    title: `${head?.title ?? dossier}: ${subject.trim()}`,
    publisher: 'Waymark',
    asOf,
    knownAt,
    method,
  }
  return format === 'bib'
    ? { bytes: buildBibtex(citation), mediaType: 'application/x-bibtex; charset=utf-8' }
    : {
        bytes: buildCslJson(citation),
        mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
      }
}
