import type { ActionFunctionArgs } from '@remix-run/server-runtime'
import { exportTranslationsInput } from '@waymark/api/features/translation/translation.input'
import { buildDownload } from './download.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

/** The texts of one language as a file: by a form, because what is taken out is written to the audit trail. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'translation.write')
  const form = await request.formData()
  const input = exportTranslationsInput.safeParse({
    dossier: parseDossier(params),
    format: form.get('format'),
    language: form.get('language'),
  })
  if (!input.success) throw new Response(null, { status: 400 })
  return buildDownload(await getAnswer(request, context.api.translation.export.mutate(input.data)))
}
