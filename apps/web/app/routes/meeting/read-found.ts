import type { AppLoadContext } from '@remix-run/server-runtime'
import { searchInput } from '@waymark/api/features/search/search.input'
import type { Found } from '../../components/meeting/agenda-find.tsx'
import { getAnswer } from '../desk/refused.ts'

/** What the address asks to be looked for (`find`) to be put on an agenda; nothing where nothing can be put on. */
export async function readFound(
  { api }: AppLoadContext,
  request: Request,
  dossier: string | null,
): Promise<Found> {
  const q = new URL(request.url).searchParams.get('find')?.trim() ?? ''
  if (dossier === null || q === '') return { q: '', result: null }
  const read = searchInput.safeParse({ dossier, q })
  if (!read.success) throw new Response(null, { status: 400 })
  return { q, result: await getAnswer(request, api.meetingAgenda.find.query(read.data)) }
}
