/** The refusals that the guards in front of the application can give, each with its HTTP status (RFC 9110). */
export const guardStatus = {
  'bad-request': 400,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'body-too-large': 413,
  'address-too-long': 414,
  'json-only': 415,
  'too-many-requests': 429,
  'headers-too-large': 431,
  'internal-error': 500,
  'not-ready': 503,
} as const satisfies Record<string, number>

export type GuardRefusal = keyof typeof guardStatus

const detail = {
  'bad-request': 'The request could not be read.',
  'foreign-origin': 'Changes are accepted only from pages of this site.',
  'not-found': 'Nothing is published at this address.',
  'method-not-allowed': 'This address answers GET, HEAD and POST only.',
  'request-timeout': 'The request did not arrive in time.',
  'body-too-large': 'The request is larger than this address accepts.',
  'address-too-long': 'The address is longer than 8,192 characters.',
  'json-only': 'This address accepts application/json only.',
  'too-many-requests':
    'More requests came from your network than a minute has room for. Wait as long as Retry-After says.',
  'headers-too-large': 'The request headers are larger than this server accepts.',
  'internal-error': 'Something went wrong on our side. Nothing was changed.',
  'not-ready': 'The record cannot be read at the moment. Try again shortly.',
} as const satisfies Record<GuardRefusal, string>

/** The body of a problem document (RFC 9457); `code` is stable, `detail` is a sentence for people. */
export const getProblem = (code: GuardRefusal) => ({
  type: 'about:blank',
  title: code,
  status: guardStatus[code],
  code,
  detail: detail[code],
})

/** A whole response with a problem document. It says nothing about the request or the cause inside. */
export const buildProblemResponse = (code: GuardRefusal, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(getProblem(code)), {
    status: guardStatus[code],
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
