import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { changeListInput } from '@waymark/api/features/change/change.input'
import { answerPicture } from '../../pictures/answer-picture.server.ts'
import { buildChangesPicture } from '../../pictures/subjects/changes.tsx'
import { parseKey } from './path.ts'
import { readView } from './read-view.ts'
import { parseSearch } from './search.ts'

const search = changeListInput.omit({ dossier: true, area: true, change: true, page: true })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const dossier = parseKey(params.dossier)
  const asked = parseSearch(request, search)
  const view = await readView(context.api.change.list.query({ dossier, ...asked, lang: context.language }))
  return answerPicture({ request, context }, (words) => buildChangesPicture(words, view))
}
