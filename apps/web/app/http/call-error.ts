/**
 * What a procedure's refusal carries; undefined for any other error. Told by the error's name and not by its class: the
 * built pages contain a copy of the client library, and the server that makes the calls for them has another.
 */
export const getCallErrorData = (error: unknown): unknown =>
  error instanceof Error && error.name === 'TRPCClientError' && 'data' in error ? error.data : undefined
