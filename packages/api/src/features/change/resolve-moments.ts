import type { CutPair } from '@waymark/db/queries/change.relations'
import { formatInstant } from '@waymark/kernel/instant'
import { isDay, lastDay } from '@waymark/kernel/partial-date'
import { getMethod, methods } from '@waymark/scoring/methods/registry'
import type { Frame } from '../../common/frame.view.ts'
import { getCut, getCutOf, getFrame, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { ChangeDataInput, Clock } from './change.input.ts'

/** The two moments that were asked for, resolved. `to` is the cut of the whole answer. */
export type Moments = {
  readonly clock: Clock
  /** Days, or on the recorded clock instants. */
  readonly ends: { readonly from: string; readonly to: string }
  readonly from: ResolvedCut
  readonly to: ResolvedCut
  readonly pair: CutPair
  readonly frame: Frame
}

type Asked = Omit<ChangeDataInput, 'area' | 'change'>

/**
 * Finds the two moments and fills in the defaults.
 * Refusals: `not-found`, `unknown-method`, `invalid-input` (no such round), `invalid-date` (an instant where a day is
 * meant), `from-after-to`.
 */
export async function getMoments(ctx: Context, input: Asked): Promise<Moments> {
  const { clock = 'effective', from, to, fromRound, toRound, fromMethod, ...cut } = input
  refuseUnknownMethod(fromMethod)
  const resolved = await getCut(ctx, cut)
  const frame = await getFrame(ctx, resolved)
  const read = clock === 'effective' ? readDay : readInstant
  const getEnd = (name: 'from' | 'to', given: string | undefined, round: string | undefined) =>
    given !== undefined
      ? read(name, given)
      : round !== undefined
        ? read(name, getRoundDay(frame, `${name}Round`, round))
        : null
  const end = getEnd('to', to, toRound) ?? (clock === 'effective' ? resolved.cut.asOf : resolved.cut.knownAt)
  const start = getEnd('from', from, fromRound) ?? getDefaultStart(clock, frame, end)
  if (start > end)
    throw buildRefusalError({
      code: 'from-after-to',
      path: from === undefined && fromRound !== undefined ? 'fromRound' : 'from',
    })
  const at = (moment: string) => (clock === 'effective' ? { asOf: moment } : { knownAt: moment })
  const { head, knownAtChosen } = resolved
  const first = getCutOf(ctx, head, { ...cut, ...at(start), method: fromMethod ?? cut.method })
  const second = getCutOf(ctx, head, { ...cut, ...at(end) })
  return {
    clock,
    ends: { from: start, to: end },
    from: first,
    // A cut-off that was not asked for is only where the record ends; the page says so.
    to: { ...second, knownAtChosen },
    pair: { from: first.record, to: second.record },
    frame: { ...frame, cut: second.cut },
  }
}

function refuseUnknownMethod(fromMethod: string | undefined): void {
  if (fromMethod === undefined || getMethod(fromMethod) !== null) return
  const known = Object.keys(methods).join(', ')
  throw buildRefusalError({ code: 'unknown-method', path: 'fromMethod', params: { known } })
}

function readDay(name: string, given: string): string {
  if (!isDay(given)) throw buildRefusalError({ code: 'invalid-date', path: name })
  return given
}

const readInstant = (_name: string, given: string): string =>
  formatInstant(isDay(given) ? `${given}T23:59:59.999Z` : given)

function getRoundDay({ moments }: Frame, path: string, key: string): string {
  const round = moments.find((moment) => moment.kind === 'round' && moment.key === key)
  if (round === undefined) throw buildRefusalError({ code: 'invalid-input', path })
  return round.day
}

/** The last dialogue round before, else the end of the year before; on the recorded clock the beginning of the record. */
function getDefaultStart(clock: Clock, { moments, beginsAt }: Frame, end: string): string {
  if (clock === 'recorded') return [formatInstant(beginsAt), end].sort()[0] ?? end
  const round = moments.filter(({ kind, day }) => kind === 'round' && day < end).at(-1)
  if (round !== undefined) return round.day
  const year = Number(end.slice(0, 4)) - 1
  return year < 1000 ? end : lastDay(String(year))
}
