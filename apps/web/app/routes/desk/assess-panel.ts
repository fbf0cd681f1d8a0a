import type { AppLoadContext } from '@remix-run/server-runtime'
import { reference } from '@waymark/kernel/key'
import { getAnswer } from './refused.ts'
import { getPermitted } from './signed-in.ts'

/** What the register's panel is made of, when its address asks for one (`?assess=REF`); null when it does not. */
export async function getAssessPanel(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  dossier: string,
) {
  const asked = new URL(request.url).searchParams.get('assess')
  if (asked === null || asked === '') return null
  getPermitted({ request, context }, 'assessment.submit')
  const ref = reference.safeParse(asked)
  if (!ref.success) throw new Response(null, { status: 404 })
  const [form, choices] = await getAnswer(
    request,
    Promise.all([
      context.api.assessment.form.query({ dossier, ref: ref.data }),
      context.api.source.choices.query({ dossier }),
    ]),
  )
  return { form, choices }
}

/** The reference that was submitted just before the register was opened, as its address says. */
export function getSent(request: Request): string | null {
  const sent = reference.safeParse(new URL(request.url).searchParams.get('sent'))
  return sent.success ? sent.data : null
}
