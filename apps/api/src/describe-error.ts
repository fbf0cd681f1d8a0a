/** What a log says of an error: of which kind it is, which code it has, and where in the program it came up. */
export type ErrorFacts = {
  readonly type: string
  readonly code?: string | number
  /** What the database names of its own: table, column, constraint. */
  readonly database?: Readonly<Record<string, string>>
  readonly at: readonly string[]
  readonly cause?: ErrorFacts
  readonly errors?: readonly ErrorFacts[]
  /** In development only. */
  readonly message?: string
}

/** Words that programmers give: they hold no text of a person. */
const named = /^[A-Za-z0-9_.-]{1,80}$/
const databaseFields = ['severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const
/** `at getPlace (file:///…/place.ts:1:2)`, `at node:internal/…:1:2` */
const frame = /^at (?:[^()]* \()?(?:file:\/\/\/|node:|\/)[^\s()]*:\d+:\d+\)?$/
const [mostFrames, mostCauses, mostErrors] = [15, 4, 5]

/**
 * An error as it may stand in a log. Its message is left out: parsers quote what they could not read, and the database names the
 * values that a row had (`Key (email)=(…) already exists`, `Failing row contains (…)`). The kind, the code and the place say
 * what to look for.
 */
export function describeError(
  error: unknown,
  { messages = false }: { readonly messages?: boolean } = {},
  depth = 0,
): ErrorFacts {
  if (typeof error !== 'object' || error === null) return { type: typeof error, at: [] }
  const given = error as Readonly<Record<string, unknown>>
  const { name, message, code, cause, errors } = given
  const database = Object.fromEntries(
    databaseFields.flatMap((field) => (isNamed(given[field]) ? [[field, given[field]]] : [])),
  )
  const describe = (one: unknown) => describeError(one, { messages }, depth + 1)
  return {
    type: isNamed(name) ? name : 'Error',
    ...(isNamed(code) || typeof code === 'number' ? { code } : {}),
    ...(Object.keys(database).length > 0 ? { database } : {}),
    ...(messages && typeof message === 'string' ? { message } : {}),
    at: listFrames(given),
    ...(cause === undefined || cause === null || depth >= mostCauses ? {} : { cause: describe(cause) }),
    ...(Array.isArray(errors) && depth < mostCauses
      ? { errors: errors.slice(0, mostErrors).map(describe) }
      : {}),
  }
}

const isNamed = (value: unknown): value is string => typeof value === 'string' && named.test(value)

/** The frames of a stack, which begin behind the message: a message of several lines could look like frames. */
function listFrames({ stack, message }: Readonly<Record<string, unknown>>): string[] {
  if (typeof stack !== 'string' || typeof message !== 'string') return []
  const at = stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.slice(3))
}
