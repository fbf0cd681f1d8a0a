import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { answerPicture } from '../../pictures/answer-picture.server.ts'
import { buildRecommendationPicture } from '../../pictures/subjects/recommendation.tsx'
import { parseKey, parseReference } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch, pictureSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const ref = parseReference(params.ref)
  const { theme, ...asked } = parseSearch(request, pictureSearch)
  const view = await readView(
    context.api.recommendation.get.query({ dossier, ref, ...asked, lang: context.language }),
  )
  return answerPicture({ request, context }, (words) => buildRecommendationPicture(words, view), theme)
}
