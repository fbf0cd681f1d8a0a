import { type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime'
import { findActionInput } from '@waymark/api/features/action-point/action-point.input'
import { buildActionsHref } from '../../components/meeting/meeting-href.ts'
import { getAnswer } from '../desk/refused.ts'
import { getPermitted } from '../desk/signed-in.ts'

/** Leads from the id of an action point, which is all that mail says, to where it stands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = getPermitted({ request, context }, 'meeting.read')
  const input = findActionInput.safeParse({ action: params.id })
  if (!input.success) throw new Response(null, { status: 404 })
  const { id, dossier, ownerId, state } = await getAnswer(
    request,
    context.api.actionPoint.find.query(input.data),
  )
  const whose = ownerId === actor.id ? 'mine' : 'all'
  const which = state === 'open' ? 'open' : 'over'
  return redirect(`${buildActionsHref(dossier)}?whose=${whose}&state=${which}#action-${id}`)
}
