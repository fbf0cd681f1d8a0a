import type { Typed } from './submit-form.ts'

/**
 * What to do when a record moved on while somebody corrected it: for each field, what they typed, what the record says
 * now, and which of the two to send. Knows nothing of what the fields mean.
 */
export type FieldChoice = {
  readonly name: string
  readonly mine: string
  readonly theirs: string
  /** What is sent unless somebody chooses otherwise: what they changed themselves, else what the record says now. */
  readonly choice: 'mine' | 'theirs'
}

const read = (values: Typed, name: string): string => {
  const value = (values[name] ?? '').replaceAll('\r\n', '\n')
  // The order of what is ticked says nothing.
  return name.endsWith('[]') ? value.split('\n').filter(Boolean).sort().join('\n') : value
}
const isSame = (a: string, b: string): boolean => a.trim() === b.trim()

/**
 * The fields of `names` in which somebody's version and the record differ now, in their order. What both say alike is not
 * asked.
 *
 * @param base what the record said when they began
 */
export const buildFieldChoices = (
  names: readonly string[],
  base: Typed,
  mine: Typed,
  theirs: Typed,
): FieldChoice[] =>
  names.flatMap((name) => {
    const [was, typed, now] = [read(base, name), read(mine, name), read(theirs, name)]
    if (isSame(typed, now)) return []
    return [{ name, mine: typed, theirs: now, choice: isSame(typed, was) ? 'theirs' : 'mine' } as const]
  })

const prefixes = ['was', 'mine', 'theirs', 'pick', 'with'] as const
const buildNames = (prefix: (typeof prefixes)[number], values: Typed, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, values[name] ?? '']))

/** Hidden fields of a form that say what it began from. */
export const buildWas = (begin: Typed, names: readonly string[]): Record<string, string> =>
  buildNames('was', begin, names)

/** What a sent form began from. */
export const parseWas = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]): [string, string][] =>
      name.startsWith('was.') ? [[name.slice(4), value]] : [],
    ),
  )

/** Fields that go the way of another, by name: the parts of a new source go with the source. */
export type Followers = Readonly<Record<string, string>>

/** Hidden fields of the form that chooses: both versions of every field, and everything else that was typed. */
export function buildHidden(
  names: readonly string[],
  mine: Typed,
  theirs: Typed,
  followers: Followers,
): Record<string, string> {
  const own = [...names, ...Object.keys(followers)]
  const rest = Object.entries(mine).filter(
    ([name]) =>
      !own.includes(name) &&
      !['intent', 'basedOn', 'resolve'].includes(name) &&
      !prefixes.some((prefix) => name.startsWith(`${prefix}.`)),
  )
  return {
    ...Object.fromEntries(rest),
    ...buildNames('mine', mine, own),
    ...buildNames('theirs', theirs, own),
    ...buildNames('with', followers, Object.keys(followers)),
    resolve: '1',
  }
}

/**
 * A form in which somebody chose, as the form that it stands for: each field as chosen, and where nothing was chosen as
 * typed, so that nothing typed is ever lost. Any other form is left as it is.
 */
export function buildResolved(typed: Typed): Typed {
  if (typed.resolve !== '1') return typed
  const isOurs = (name: string) =>
    name === 'resolve' || prefixes.some((prefix) => name.startsWith(`${prefix}.`))
  const plain = Object.entries(typed).filter(([name]) => !isOurs(name))
  const names = Object.keys(typed).flatMap((name) => (name.startsWith('mine.') ? [name.slice(5)] : []))
  const chosen = names.flatMap((name): [string, string][] => {
    const pick = typed[`pick.${typed[`with.${name}`] ?? name}`]
    const value = (pick === 'theirs' ? typed[`theirs.${name}`] : typed[`mine.${name}`]) ?? ''
    // An empty follower was not there: a box that is not ticked, a source that is not new.
    return value === '' && typed[`with.${name}`] !== undefined ? [] : [[name, value]]
  })
  const was = names.map((name): [string, string] => [`was.${name}`, typed[`theirs.${name}`] ?? ''])
  return Object.fromEntries([...plain, ...chosen, ...was])
}
