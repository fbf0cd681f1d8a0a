import type { ActionFunctionArgs } from '@remix-run/server-runtime'
import { exportInput } from '@waymark/api/features/table/table.input'
import { buildDownload } from './download.ts'
import { parseDossier } from './place.ts'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

/** A file of the register, to be kept: by a form, because what is taken out is written to the audit trail. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  getPermitted({ request, context }, 'table.exchange')
  const form = await request.formData()
  const input = exportInput.safeParse({
    dossier: parseDossier(params),
    format: form.get('format'),
    template: form.get('template') === '1',
    ...(form.get('table') ? { table: form.get('table') } : {}),
  })
  if (!input.success) throw new Response(null, { status: 400 })
  return buildDownload(await getAnswer(request, context.api.table.export.mutate(input.data)))
}
