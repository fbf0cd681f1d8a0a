import { translateView } from '../../components/public/translate-view.ts'
import { getCallErrorData } from '../../http/call-error.ts'
import type { AddressFault } from './search.ts'
import { refuseAddress } from './search.ts'

type RefusalData = {
  readonly httpStatus?: number
  readonly refusal?: { readonly path?: string; readonly message: string } | null
  readonly issues?: readonly { readonly path: string; readonly message: string }[] | null
}

/**
 * The answer of one query with its texts in the language that was asked for, or the page that its refusal becomes: 400 with
 * what to do, or the 404 that is the same
 * for what is hidden and what does not exist. Anything else is a failure of ours and is thrown on.
 */
export async function readView<View>(query: Promise<View>): Promise<View> {
  try {
    return translateView(await query)
  } catch (error) {
    const data = (getCallErrorData(error) ?? {}) as RefusalData
    if (data.httpStatus === 400) return refuseAddress(getFaults(data))
    if (data.httpStatus !== undefined && data.httpStatus < 500)
      throw new Response(null, { status: data.httpStatus })
    throw error
  }
}

function getFaults({ issues, refusal }: RefusalData): AddressFault[] {
  if (issues && issues.length > 0) {
    return issues.map(({ path, message }) => ({ kind: 'shape', name: path, given: '', advice: message }))
  }
  return refusal ? [{ kind: 'refusal', name: refusal.path ?? '', given: '', advice: refusal.message }] : []
}
