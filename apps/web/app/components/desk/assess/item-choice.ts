import type { itemChoices } from '@waymark/api/features/evidence-item/evidence-item.view'
import type { z } from 'zod'
import { buildItemName, parseItemName } from '../submit-form.ts'

/** An item of evidence on record, as the one field of an item on the form offers it. */
export type ItemChoice = {
  readonly id: number
  readonly label: string
  readonly kind: string
  readonly origin: string
}

/** The latest are offered by name; any other is named by its number. */
const offered = 100
const shownWords = 60

const shorten = (text: string) =>
  text.length > shownWords ? `${text.slice(0, shownWords).trimEnd()}…` : text

/** How the form names each item: by its number, its source, the place in it and its first words. */
export const buildItemChoices = (items: z.infer<typeof itemChoices>): ItemChoice[] =>
  items.slice(0, offered).map(({ id, source, locator, kind, origin, excerpt }) => {
    const place = locator === null ? '' : `, ${locator}`
    const words = excerpt === null ? '' : `: “${shorten(excerpt.replace(/\s+/g, ' '))}”`
    return { id, label: buildItemName(id, `${source.title}${place}${words}`), kind, origin }
  })

/** The item that was named, where it is among those offered. */
export function findItem(text: string | undefined, items: readonly ItemChoice[]): ItemChoice | undefined {
  const id = parseItemName(text ?? '')
  return id === undefined ? undefined : items.find((item) => item.id === id)
}
