import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { answerPicture } from '../../pictures/answer-picture.server.ts'
import { buildAreaPicture } from '../../pictures/subjects/scorecard.tsx'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch, pictureSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const area = parseKey(params.area)
  const { theme, ...asked } = parseSearch(request, pictureSearch)
  const view = await readView(context.api.score.overview.query({ dossier, ...asked, lang: context.language }))
  return answerPicture({ request, context }, (words) => buildAreaPicture(words, view, area), theme)
}
