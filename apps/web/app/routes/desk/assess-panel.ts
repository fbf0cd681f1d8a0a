import type { AppLoadContext } from '@remix-run/server-runtime'
import { reference } from '@waymark/kernel/key'
import { buildItemChoices } from '../../components/desk/assess/item-choice.ts'
import { getPermitted } from './signed-in.ts'

/** What the register's panel of one recommendation is made of. */
export async function getAssessPanel(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  dossier: string,
  ref: string,
) {
  getPermitted({ request, context }, 'assessment.submit')
  const [form, choices, items] = await Promise.all([
    context.api.assessment.form.query({ dossier, ref }),
    context.api.source.choices.query({ dossier }),
    context.api.evidenceItem.choices.query({ dossier }),
  ])
  return { form, choices, items: buildItemChoices(items) }
}

/** The reference that was submitted just before the register was opened, as its address says. */
export function getSent(request: Request): string | null {
  const sent = reference.safeParse(new URL(request.url).searchParams.get('sent'))
  return sent.success ? sent.data : null
}
