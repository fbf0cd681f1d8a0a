/** One input that somebody might send, and what was done to it. */
export type Mutation = { readonly name: string; readonly input: unknown }

/** Values that a text, a number or anything else may be replaced by. */
const strange: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['zero', 0],
  ['minus one', -1],
  ['a fraction', 1.5],
  ['a huge number', 1e308],
  ['the largest safe integer', Number.MAX_SAFE_INTEGER],
  ['beyond bigint', 9.3e18],
  ['beyond int', 2_147_483_648],
  ['an empty text', ''],
  ['a blank text', ' \t\n '],
  ['a list', []],
  ['a list of lists', [[[[]]]]],
  ['an object', {}],
  ['an object with a length', { length: 1e9 }],
  ['a NUL', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
  ['a reversed pair', '\udc00\ud800'],
  ['right-to-left marks', '\u202Eabc\u202C\u2066'],
  ['combining marks', 'a\u0301\u0301\u0301'.repeat(60)],
  ['control characters', '\u0001\u0007\u001b[31m'],
  ['the byte order mark', '\ufeffabc'],
  ['not a number as text', 'NaN'],
  ['infinity as text', 'Infinity'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['a wrong day', '2013-02-30'],
  ['a day of year 0', '0000-01-01'],
  ['a five-digit year', '10000-01-01'],
  ['an instant without offset', '2013-11-27T09:00:00'],
  ['the first instant', '0000-01-01T00:00:00Z'],
  ['an instant that leaps', '2016-12-31T23:59:60Z'],
  ['a path', '../../etc/passwd'],
  ['markup', '<script>alert(1)</script>'],
  ['a template', `{{7*7}}${'$'}{7*7}`],
  ['a long text', 'x'.repeat(5000)],
]

export const injections: readonly string[] = [
  "'",
  '"',
  "''",
  '\\',
  "\\'",
  "' or '1'='1",
  "' or 1=1 --",
  '1; drop table waymark.publication',
  "'; drop schema waymark cascade; --",
  "') union select password from auth.account --",
  "' union select null, null, null --",
  '1 or pg_sleep(5)',
  "'||pg_sleep(5)||'",
  '$$ select 1 $$',
  '$1',
  `${'$'}{1}`,
  '?',
  ':name',
  '/* */',
  '%',
  '_',
  '%%%%',
  '\\%',
  '[a-z]*',
  '(a+)+$',
  '\u0027 or 1=1',
  'ʼ or 1=1 --',
  "E'\\x27'",
  'xp_cmdshell',
  '`id`',
]

const everywhere: readonly string[] = [
  'a NUL',
  'a lone surrogate',
  'beyond bigint',
  'the largest safe integer',
  'the first instant',
]

type Leaf = { readonly path: readonly (string | number)[]; readonly value: unknown }

function* listLeaves(value: unknown, path: readonly (string | number)[] = []): Generator<Leaf> {
  yield { path, value }
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* listLeaves(item, [...path, i])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* listLeaves(item, [...path, key])
}

function replace(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by
  if (Array.isArray(value)) return value.map((item, i) => (i === first ? replace(item, rest, by) : item))
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === first ? replace(item, rest, by) : item]),
  )
}

const deep = (depth: number): unknown => {
  let value: unknown = 'end'
  for (let i = 0; i < depth; i++) value = [value]
  return value
}

/**
 * Strange inputs made of a valid one: every place replaced by every strange value and every injection, keys left out,
 * keys added. A deterministic selection of `count` of them, in which every kind of value occurs.
 */
export function listMutations(valid: Record<string, unknown>, count: number): Mutation[] {
  const leaves = [...listLeaves(valid)]
  const values = [...strange, ...injections.map((text) => [`injection ${text}`, text] as const)]
  const all: Mutation[] = []
  for (const [i, [name, value]] of values.entries())
    for (let turn = 0; turn < Math.max(2, Math.ceil(count / values.length)); turn++) {
      const leaf = leaves[(i + turn * 7) % leaves.length]
      if (leaf)
        all.push({
          name: `${leaf.path.join('.') || 'the whole'}: ${name}`,
          input: replace(valid, leaf.path, value),
        })
    }
  // The few that databases stumble over go into every place.
  for (const { path } of leaves)
    for (const [name, value] of strange.filter(([one]) => everywhere.includes(one)))
      all.push({ name: `${path.join('.') || 'the whole'}: ${name}`, input: replace(valid, path, value) })
  for (const key of Object.keys(valid)) {
    const { [key]: _, ...rest } = valid
    all.push({ name: `without ${key}`, input: rest })
  }
  all.push(
    {
      name: 'a key of the prototype',
      input: JSON.parse(
        `{"__proto__":{"role":"administrator"},${JSON.stringify(valid).slice(1)}`.replace(',}', '}'),
      ),
    },
    { name: 'a key named constructor', input: { ...valid, constructor: { prototype: {} } } },
    {
      name: 'a thousand keys',
      input: { ...valid, ...Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])) },
    },
    { name: 'a key of a NUL', input: { ...valid, '\u0000': 1 } },
    { name: 'a hundred deep', input: { ...valid, x: deep(100) } },
    { name: 'a list instead', input: [valid] },
    { name: 'nothing', input: undefined },
  )
  return all
}

/** Where an input has a text. */
export const listTexts = (input: unknown): (readonly (string | number)[])[] =>
  [...listLeaves(input)].filter(({ value }) => typeof value === 'string').map(({ path }) => path)

export const replaceText = (input: unknown, place: readonly (string | number)[], by: string): unknown =>
  replace(input, place, by)
