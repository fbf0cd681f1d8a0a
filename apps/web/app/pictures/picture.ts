import type { Frame } from '@waymark/api/common/frame.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { isBeforeRecord } from '../components/public/public-page.tsx'
import type { Words } from '../components/public/words.ts'
import type { Block } from './block.tsx'
import type { Sheet } from './sheet.tsx'

/** A card goes with a link and has the one size that others show; a picture stands in a page and is as high as it must be. */
export type Shape = 'card' | 'picture'

/** What a figure is drawn in: its words are larger on a card, which is seen small. */
export type Room = { readonly width: number; readonly shape: Shape }

/** One view as a picture: what it says, in words and as a figure. */
export type Picture = {
  readonly frame: Frame
  /** Path of the whole view below the dossier; empty for the scorecard. */
  readonly place: string
  /** What kind of view it is, small above the title. */
  readonly over: string
  /** The finding as a sentence, or the name of the thing. */
  readonly title: string
  /** What the figure shows, in words. */
  readonly text: string
  /** None where there is nothing to draw. */
  readonly figure: ((sheet: Sheet, room: Room) => Block) | null
}

/** Points of a card: what those who show links expect. */
export const cardSize = { width: 1200, height: 630 } as const

/** Before the record began there is nothing to draw: said in words, without a figure. */
export function hideBeforeRecord({ formatDate, t }: Words, picture: Picture): Picture {
  const { frame } = picture
  if (!isBeforeRecord(frame)) return picture
  return {
    ...picture,
    title: t.before.title(formatDate(getUtcDay(frame.cut.knownAt))),
    text: t.before.text(formatDate(getUtcDay(frame.beginsAt))),
    figure: null,
  }
}

/** Of which day, record and method a figure is. */
export const formatState = ({ formatDate, t }: Words, { cut }: Frame): string =>
  t.embed.state(formatDate(cut.asOf), formatDate(getUtcDay(cut.knownAt)), cut.method)

export const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The words for who does not see the picture: its title, what the figure shows, and of which day and record. */
export function describePicture(
  words: Words,
  { frame, title, text }: Picture,
): { readonly title: string; readonly description: string } {
  const said = text === '' ? '' : `${upperFirst(text)}${/[.!?]$/.test(text) ? '' : '.'} `
  const description = `${said}${words.t.brand}: ${frame.dossier.title}, ${formatState(words, frame)}.`
  return { title, description }
}

/** The same in one, for `alt`. */
export function getAlternative(words: Words, picture: Picture): string {
  const { title, description } = describePicture(words, picture)
  return `${title}${/[.!?]$/.test(title) ? '' : '.'} ${description}`
}
