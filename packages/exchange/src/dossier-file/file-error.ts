import type { RefusalCode } from '@waymark/kernel/refusal'

/** One thing wrong with a file: where (`$.assessments[3].level`) and, as an English sentence, what and what to do. */
export type FileError = { readonly path: string; readonly message: string; readonly code?: RefusalCode }

/** `errors` holds the first 1,000; `errorCount` counts on to 10,000, where reading stops. */
export type FileErrors = { readonly errors: readonly FileError[]; readonly errorCount: number }

const listed = 1000
const counted = 10_000

/** Gathers errors: one for a place and a sentence, the first thousand kept. */
export class ErrorList {
  readonly errors: FileError[] = []
  errorCount = 0
  readonly #seen = new Set<string>()

  add(error: FileError): void {
    if (this.isFull) return
    const place = `${error.path}\n${error.message}`
    if (this.#seen.has(place)) return
    this.#seen.add(place)
    this.errorCount += 1
    if (this.errors.length < listed) this.errors.push(error)
  }

  has(path: string): boolean {
    return this.errors.some((error) => error.path === path)
  }

  /** True when so much is wrong that reading on serves nobody. */
  get isFull(): boolean {
    return this.errorCount >= counted
  }

  get value(): FileErrors {
    return { errors: this.errors, errorCount: this.errorCount }
  }
}

/** `$.areas[0].title`; keys that are not plain names are quoted and cut: `$["odd key"]`. */
export function formatPath(segments: readonly PropertyKey[]): string {
  let path = '$'
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`
    else if (/^[A-Za-z_][A-Za-z0-9_]{0,79}$/.test(String(segment))) path += `.${String(segment)}`
    else path += `[${JSON.stringify(cut(String(segment)))}]`
  }
  return path
}

/** A value of the file as a sentence can quote it: on one line, at most 60 characters. */
export function formatQuoted(value: unknown): string {
  if (typeof value !== 'string') return cut(JSON.stringify(value) ?? String(value))
  return `“${cut(JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"'))}”`
}

const cut = (s: string) => (s.length > 60 ? `${s.slice(0, 59).toWellFormed()}…` : s)

/** `supports, contradicts or context` */
export function formatChoice(words: readonly unknown[]): string {
  const last = String(words.at(-1) ?? '')
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

/** `1,000` */
export const formatCount = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
