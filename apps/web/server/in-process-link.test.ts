import { createTRPCClient, TRPCClientError } from '@trpc/client'
import { initTRPC, TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { buildInProcessLink } from './in-process-link.ts'

const t = initTRPC.context<{ actor: string }>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, cause: error.cause?.message ?? null },
  }),
})
const kept = { list: ['one'] }
const written: string[] = []
const router = t.router({
  inner: t.router({
    echo: t.procedure
      .input(z.object({ words: z.string() }))
      .output(z.object({ words: z.string(), actor: z.string() }))
      .query(({ ctx, input }) => ({ ...input, ...ctx, hidden: 'not in the schema' })),
  }),
  list: t.procedure.output(z.object({ list: z.array(z.string()) })).query(() => kept),
  write: t.procedure.input(z.string()).mutation(({ input }) => {
    written.push(input)
  }),
  refuse: t.procedure.query((): string => {
    throw new TRPCError({ code: 'NOT_FOUND', message: 'absent', cause: new Error('the refusal') })
  }),
  listen: t.procedure.subscription(async function* () {
    yield 1
  }),
})
const api = createTRPCClient<typeof router>({ links: [buildInProcessLink(router, { actor: 'analyst' })] })

test('a query is answered as its schema says, on behalf of who asks', async () => {
  expect(await api.inner.echo.query({ words: 'said' })).toEqual({ words: 'said', actor: 'analyst' })
})

test('what a page is given is its own: what the router keeps cannot be changed through it', async () => {
  const given = await api.list.query()
  given.list.push('two')
  expect(kept).toEqual({ list: ['one'] })
})

test('a mutation is carried out once', async () => {
  await api.write.mutate('said')
  expect(written).toEqual(['said'])
})

test('a refusal has the shape that it has over HTTP, and its cause', async () => {
  const error: unknown = await api.refuse.query().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TRPCClientError)
  expect(error).toMatchObject({
    message: 'absent',
    data: { code: 'NOT_FOUND', httpStatus: 404, path: 'refuse', cause: 'the refusal' },
    cause: { cause: { message: 'the refusal' } },
  })
})

test('input that the schema does not take is refused', async () => {
  await expect(api.inner.echo.query({} as { words: string })).rejects.toMatchObject({
    data: { code: 'BAD_REQUEST', path: 'inner.echo' },
  })
})

test('a page cannot subscribe', async () => {
  const error = await new Promise<unknown>((resolve) => {
    api.listen.subscribe(undefined, { onError: resolve, onComplete: () => resolve(null) })
  }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ message: 'a page cannot subscribe to listen' })
})
