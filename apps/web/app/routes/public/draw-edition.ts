import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { editionId } from '@waymark/api/features/edition/edition.input'
import { answerPicture } from '../../pictures/answer-picture.server.ts'
import { buildEditionPicture } from '../../pictures/subjects/edition.tsx'
import { editionHeaders } from './edition-headers.ts'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const id = editionId.safeParse(params.id)
  if (!id.success) throw new Response(null, { status: 404 })
  const view = await readView(context.api.edition.get.query({ dossier, id: id.data }))
  const answer = await answerPicture({ request, context }, (words) => buildEditionPicture(words, view))
  for (const [name, value] of Object.entries(editionHeaders())) answer.headers.set(name, value)
  return answer
}
