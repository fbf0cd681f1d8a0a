import type { ActionFunctionArgs } from '@remix-run/server-runtime'
import { minutesFileInput } from '@waymark/api/features/meeting/meeting.input'
import { buildDownload } from '../desk/download.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'
import { parseMeeting } from './place.ts'

/**
 * The minutes of a meeting as a file, by its ending: for whom (`for`) and in which language (`lang`), whole and in the reader's
 * language where that is left out. By a form, because what is taken out is written to the audit trail.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { pathname } = new URL(request.url)
  const form = await request.formData()
  const input = minutesFileInput.safeParse({
    ...parseMeeting(params),
    format: pathname.slice(pathname.lastIndexOf('.') + 1),
    audience: form.get('for') ?? 'internal',
    language: form.get('lang') ?? context.language,
  })
  if (!input.success) throw new Response(null, { status: 400 })
  return buildDownload(await getAnswer(request, context.api.meeting.minutesFile.mutate(input.data)))
}
