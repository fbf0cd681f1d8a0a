import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { answerPicture } from '../../pictures/answer-picture.server.ts'
import { buildMilestonePicture } from '../../pictures/subjects/milestone.tsx'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch, pictureSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const key = parseKey(params.key)
  const { theme, ...asked } = parseSearch(request, pictureSearch)
  const view = await readView(
    context.api.milestone.get.query({ dossier, key, ...asked, lang: context.language }),
  )
  return answerPicture({ request, context }, (words) => buildMilestonePicture(words, view), theme)
}
