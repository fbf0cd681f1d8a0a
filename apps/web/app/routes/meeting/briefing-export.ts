import type { ActionFunctionArgs } from '@remix-run/server-runtime'
import { exportBriefingInput } from '@waymark/api/features/briefing/briefing.input'
import { buildDownload } from '../desk/download.ts'
import { parseReview } from '../desk/place.ts'
import { getAnswer, getRefusalOf } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'

/** A briefing as a file: by a form, because what is taken out is written to the audit trail. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'meeting.read')
  const { dossier, id: briefing } = parseReview(params)
  const form = await request.formData()
  const input = exportBriefingInput.safeParse({
    dossier,
    briefing,
    format: form.get('format'),
    version: Number(form.get('version')),
    ...(form.get('lang') ? { lang: form.get('lang') } : {}),
  })
  if (!input.success) throw new Response(null, { status: 400 })
  const asked = context.api.briefing.export.mutate(input.data)
  const refused = await getRefusalOf(request, asked)
  if (refused !== null) return new Response(refused.refusal.message, { status: 422 })
  return buildDownload(await getAnswer(request, asked))
}
