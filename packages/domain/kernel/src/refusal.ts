/**
 * Every way in which the product says no, with the HTTP status that it answers outside.
 * The messages package must have a sentence for each code in each language; a missing one does not compile.
 * `not-found` stands for "does not exist" and "you may not know that it exists" alike.
 */
export const refusalStatus = {
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  'invalid-input': 400,
  'invalid-date': 400,
  'invalid-instant': 400,
  'unknown-method': 400,
  'too-many-requests': 429,
  busy: 503,
  'body-too-large': 413,
  'batch-too-large': 400,
  'json-only': 415,
  'foreign-origin': 403,
  'effective-in-future': 422,
  'rationale-missing': 422,
  'evidence-missing': 422,
  'draft-law-caps-at-limited': 422,
  'full-needs-two-origins': 422,
  'own-assessment': 403,
  'not-awaiting-review': 409,
  'not-published': 409,
  'already-superseded': 409,
  'record-moved-on': 409,
  'draft-moved-on': 409,
  'comment-missing': 422,
  'reason-missing': 422,
  'unknown-source': 422,
  'source-exists': 409,
  'unknown-step': 422,
  'not-in-dossier': 422,
  'not-a-level': 422,
  'source-missing': 422,
  'key-taken': 409,
  'already-linked': 409,
  'linked-before-issue': 422,
  'occurs-before-opened': 422,
  'milestone-cancelled': 409,
  'milestone-occurred': 409,
  'nothing-to-waive': 422,
  'waived-already': 409,
  'ends-before-it-began': 422,
  'unknown-colleague': 422,
  'colleague-may-not-read': 422,
  'due-in-past': 422,
  'assignment-done': 409,
  'from-after-to': 400,
  'import-refused': 422,
  'file-too-large': 413,
  'file-not-utf8': 422,
  'file-not-json': 422,
  'file-too-deep': 422,
  'recorded-needs-new-dossier': 422,
  'email-taken': 409,
  'unknown-user': 404,
  'last-administrator': 409,
  'password-too-short': 422,
  'four-eyes': 403,
  'sign-in-refused': 401,
  'sign-in-again': 401,
  'wrong-code': 401,
  'wrong-password': 403,
  'password-too-long': 422,
  'invalid-email': 422,
  'name-missing': 422,
  'second-factor-on': 409,
  'second-factor-off': 409,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusalStatus

/** A refusal: a code, where it applies (`path`, a JSON path or field name), and figures for its sentence. */
export type Refusal = {
  readonly code: RefusalCode
  readonly path?: string
  readonly params?: Readonly<Record<string, string | number>>
}
