import { useSingleKeys } from './use-single-keys.ts'

/** The links of a page that lead to its work, in their order: those marked `data-work`. */
const listWork = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#main [data-work]')]

function moveBy(step: 1 | -1): void {
  const items = listWork()
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = items[at < 0 ? (step === 1 ? 0 : items.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** j and k go from item to item, a digit opens the item with that number: one keystroke from the list to the work. */
export function useListKeys(): void {
  const digits = Array.from({ length: 9 }, (_, i): [string, () => void] => [
    String(i + 1),
    () => listWork()[i]?.click(),
  ])
  useSingleKeys({ j: () => moveBy(1), k: () => moveBy(-1), ...Object.fromEntries(digits) })
}
