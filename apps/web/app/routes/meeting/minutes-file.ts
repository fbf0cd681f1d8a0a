import type { LoaderFunctionArgs } from '@remix-run/server-runtime'
import { minutesFileInput } from '@waymark/api/features/meeting/meeting.input'
import { buildDownload } from '../desk/download.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'
import { parseMeeting } from './place.ts'

/** The minutes of a meeting as a file: `minutes.docx?for=partner&lang=ru`, whole and in the reader's language where that is left out. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { pathname, searchParams } = new URL(request.url)
  const input = minutesFileInput.safeParse({
    ...parseMeeting(params),
    format: pathname.slice(pathname.lastIndexOf('.') + 1),
    audience: searchParams.get('for') ?? 'internal',
    language: searchParams.get('lang') ?? context.language,
  })
  if (!input.success) throw new Response(null, { status: 400 })
  return buildDownload(await getAnswer(request, context.api.meeting.minutesFile.query(input.data)))
}
