import type { DeskMessages } from '@waymark/messages/desk/catalogue'

export type Shortcut = {
  /** How the keys are written for a reader. */
  readonly keys: readonly string[]
  readonly does: keyof DeskMessages['keys']['does']
  readonly where: keyof DeskMessages['keys']['where']
  /** Acts without Ctrl, Alt or ⌘: can be switched off (WCAG 2.1.4). */
  readonly single?: true
}

/** Every shortcut of the desk; the sheet is made of it. */
export const shortcuts = [
  { keys: ['Ctrl K', '⌘ K'], does: 'palette', where: 'everywhere' },
  { keys: ['?'], does: 'sheet', where: 'everywhere', single: true },
  { keys: ['q'], does: 'queue', where: 'everywhere', single: true },
  { keys: ['r'], does: 'register', where: 'everywhere', single: true },
  { keys: ['a'], does: 'assess', where: 'record', single: true },
  { keys: ['1–9'], does: 'nth', where: 'queue', single: true },
  { keys: ['j'], does: 'next', where: 'queue', single: true },
  { keys: ['k'], does: 'previous', where: 'queue', single: true },
  { keys: ['↑', '↓'], does: 'rows', where: 'register' },
  { keys: ['Space'], does: 'select', where: 'register' },
  { keys: ['Enter', 'a'], does: 'assess', where: 'register' },
  { keys: ['Ctrl Enter', '⌘ Enter'], does: 'submit', where: 'forms' },
  { keys: ['Esc'], does: 'close', where: 'dialogs' },
] as const satisfies readonly Shortcut[]

/** True for elements that take what is typed: no single key may act there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['button', 'submit', 'reset', 'image'].includes(target.type)
}

const preference = 'waymark.single-keys'

/** Whether this browser's user wants shortcuts of a single key; yes, until they said no. */
export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(preference) !== 'off'
  } catch {
    return true
  }
}

export function recordSingleKeys(wanted: boolean): void {
  try {
    localStorage.setItem(preference, wanted ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing keeps no preference either: the keys stay as they are.
  }
}
