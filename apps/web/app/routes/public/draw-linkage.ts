import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { answerPicture } from '../../pictures/answer-picture.server.ts'
import { buildLinkagePicture } from '../../pictures/subjects/linkage.tsx'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { cutSearch, parseSearch } from './search.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, cutSearch)
  const view = await readView(
    context.api.linkage.matrix.query({ dossier, ...asked, role: 'required', lang: context.language }),
  )
  return answerPicture({ request, context }, (words) => buildLinkagePicture(words, view))
}
