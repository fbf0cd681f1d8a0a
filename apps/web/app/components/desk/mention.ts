import type { Person } from './record-talk.tsx'

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en')
/** What is being typed after the last “@”, up to the caret. */
const begun = /@([^@\n]{0,60})$/u

/** People whose name, or a word of it, begins with what is typed after “@”; none where no name is being typed. */
export function listSuggested(textToCaret: string, people: readonly Person[]): Person[] {
  const typed = begun.exec(textToCaret)?.[1]
  if (typed === undefined) return []
  const wanted = fold(typed)
  return people.filter(({ name }) => fold(name) !== wanted && beginsSo(fold(name), wanted)).slice(0, 6)
}

const beginsSo = (name: string, wanted: string): boolean =>
  name.startsWith(wanted) || name.split(/\s+/u).some((word) => word.startsWith(wanted))

/** People who are named in full after an “@”. */
export const listMentioned = (text: string, people: readonly Person[]): Person[] =>
  people.filter(({ name }) => fold(text).includes(`@${fold(name)}`))

/** The text with the name that is being typed at the caret completed, and where the caret then stands. */
export function buildWithMention(
  text: string,
  caret: number,
  { name }: Pick<Person, 'name'>,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, caret)
  const at = begun.exec(before)?.index ?? caret
  const head = `${text.slice(0, at)}@${name} `
  return { text: head + text.slice(caret), caret: head.length }
}
