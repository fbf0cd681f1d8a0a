import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/adapters'

/** What the session table holds in place of the token that the cookie carries. */
export const getTokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * better-auth keeps session tokens as they are, so a stolen copy of the table would be a set of open sessions. This
 * stands between it and its adapter: tokens are stored and looked up as SHA-256 digests, and a row found by its token
 * carries that token again. A row found otherwise (the list of a user's sessions) carries the digest, which opens nothing.
 */
export function buildHashedSessionAdapter(adapter: DBAdapter): DBAdapter {
  return {
    ...buildOperations(adapter),
    transaction: (run) => adapter.transaction((trx) => run(buildOperations(trx))),
  }
}

function buildOperations<A extends DBTransactionAdapter>(adapter: A): A {
  return {
    ...adapter,
    create: async <T extends Record<string, unknown>, R = T>(
      input: Parameters<A['create']>[0],
    ): Promise<R> => {
      const token: unknown = input.data.token
      if (input.model !== 'session' || typeof token !== 'string') return adapter.create(input)
      const row = await adapter.create({ ...input, data: { ...input.data, token: getTokenDigest(token) } })
      return { ...row, token } as R
    },
    findOne: async <T>(input: Parameters<A['findOne']>[0]) =>
      withToken(await adapter.findOne<T>(withDigests(input)), input),
    findMany: async <T>(input: Parameters<A['findMany']>[0]) =>
      (await adapter.findMany<T>(withDigests(input))).map((row) => withToken(row, input)),
    count: (input) => adapter.count(withDigests(input)),
    update: async <T>(input: Parameters<A['update']>[0]) =>
      withToken(await adapter.update<T>(withDigests(input)), input),
    updateMany: (input) => adapter.updateMany(withDigests(input)),
    delete: (input) => adapter.delete(withDigests(input)),
    deleteMany: (input) => adapter.deleteMany(withDigests(input)),
    consumeOne: async <T>(input: Parameters<A['consumeOne']>[0]) =>
      withToken(await adapter.consumeOne<T>(withDigests(input)), input),
    incrementOne: async <T>(input: Parameters<A['incrementOne']>[0]) =>
      withToken(await adapter.incrementOne<T>(withDigests(input)), input),
  }
}

type Query = { readonly model: string; readonly where?: Where[] | undefined }

function withDigests<Q extends Query>(query: Q): Q {
  if (query.model !== 'session' || !query.where) return query
  return {
    ...query,
    where: query.where.map((condition) => (isOnToken(condition) ? digestOf(condition) : condition)),
  }
}

const isOnToken = (condition: Where) => condition.field === 'token'

function digestOf(condition: Where): Where {
  const tokens = listTokens(condition)
  if (tokens.length === 0) throw new TypeError('a session is looked up by whole tokens only')
  const digests = tokens.map(getTokenDigest)
  return { ...condition, value: Array.isArray(condition.value) ? digests : (digests[0] ?? '') }
}

function listTokens({ operator = 'eq', value }: Where): string[] {
  if (operator === 'eq' && typeof value === 'string') return [value]
  if (operator === 'in' && Array.isArray(value)) return value.map(String)
  return []
}

/** Puts back the token by which a row was found. */
function withToken<R>(row: R, { model, where = [] }: Query): R {
  if (model !== 'session' || typeof row !== 'object' || row === null || !('token' in row)) return row
  const token = where
    .filter(isOnToken)
    .flatMap(listTokens)
    .find((candidate) => getTokenDigest(candidate) === row.token)
  return token === undefined ? row : { ...row, token }
}
