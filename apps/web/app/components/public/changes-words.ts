import type { ChangeList, StandingWord } from '@waymark/api/features/change/change.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { formatIndex, formatWhole } from '@waymark/scoring/format'
import type { MarkId } from '@waymark/ui/marks'
import { type AskedCut, getCut, type Parameters } from './address.ts'
import type { Standing, Words } from './words.ts'

/** What a reader can ask of the page, beside the cut. */
export type ChangesAsked = AskedCut & {
  readonly clock?: 'effective' | 'recorded' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly fromRound?: string | undefined
  readonly toRound?: string | undefined
  readonly fromMethod?: string | undefined
  readonly area?: string | undefined
  readonly change?: string | undefined
  readonly page?: number | undefined
}

/** The moments that are compared, as parameters of an address; rounds that were named are days here. */
export const getMoments = ({ clock, from, to, fromMethod, frame }: ChangeList): Parameters => ({
  ...(clock === 'recorded' ? { clock } : {}),
  from,
  to,
  ...(fromMethod === frame.cut.method ? {} : { fromMethod }),
})

/** The cut of the page as the reader asked for it: what other pages are shown at. */
export function getAskedCut(view: ChangeList, asked: ChangesAsked): AskedCut {
  const { clock, to } = view
  const ended = asked.to !== undefined || asked.toRound !== undefined
  return {
    asOf: clock === 'effective' && ended ? to : asked.asOf,
    knownAt: clock === 'recorded' && ended ? to : asked.knownAt,
    method: asked.method,
  }
}

/** What a form or a link must carry so that the record and the method stay the same. */
export const getKeptCut = ({ clock }: ChangeList, asked: ChangesAsked): Parameters =>
  clock === 'effective'
    ? { ...getCut(asked), asOf: undefined, fromMethod: asked.fromMethod }
    : { ...getCut(asked), knownAt: undefined, fromMethod: asked.fromMethod, clock }

/** A moment as it is written: a day, or an instant on the recorded clock. */
export const formatMoment = (words: Words, { clock }: Pick<ChangeList, 'clock'>, moment: string): string =>
  clock === 'effective' ? words.formatDate(moment) : words.formatInstantWords(moment)

/** The day of a moment, for titles. */
export const getMomentDay = ({ clock }: Pick<ChangeList, 'clock'>, moment: string): string =>
  clock === 'effective' ? moment : getUtcDay(moment)

/** The cut at the first moment, for links to how something stood then. */
export const getFirstCut = (view: ChangeList, asked: AskedCut): AskedCut =>
  view.clock === 'effective' ? { ...asked, asOf: view.from } : { ...asked, knownAt: view.from }

export const getCounts = ({ counts }: ChangeList): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.map(({ change, count }) => [change, count]))

function parseWord(word: StandingWord): Standing {
  if (word === 'stale' || word === 'not-assessed' || word === 'no-information')
    return { kind: 'unknown', reason: word }
  if (word === 'not-applicable' || word === 'withdrawn') return { kind: 'outside', state: word }
  return word === 'contrary'
    ? { kind: 'known', level: 'none', contrary: true }
    : { kind: 'known', level: word, contrary: false }
}

/** Mark and word of a standing; a mark of its own for what is not in force is not needed. */
export const getWord = (
  words: Words,
  word: StandingWord | null,
): { readonly mark: MarkId | null; readonly word: string } =>
  word === null
    ? { mark: null, word: words.t.changes.notInForce }
    : { mark: word, word: words.getStandingWord(parseWord(word)) }

/** "+3", "−2" or "0". */
export function formatChange(figure: number): string {
  const whole = formatWhole(figure)
  if (whole === '0' || whole === '-0') return '0'
  return whole.startsWith('-') ? `−${whole.slice(1)}` : `+${whole}`
}

type Interval = { readonly low: number; readonly high: number }
export const formatInterval = (words: Words, index: Interval | null): string =>
  index === null ? words.t.series.noIndex : formatIndex(index)
