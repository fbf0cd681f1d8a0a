import type { ActionFunctionArgs } from '@remix-run/server-runtime'
import { exportInput } from '@waymark/api/features/table/table.input'
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
  const file = await getAnswer(request, context.api.table.export.mutate(input.data))
  return new Response(Buffer.from(file.base64, 'base64'), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store, no-transform',
    },
  })
}
