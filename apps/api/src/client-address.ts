/** The peer's address under @hono/node-server; null in tests, where no socket exists. */
export const getClientAddress = (env: unknown): string | null => {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? null
}
