import { cutInput } from '@waymark/api/common/cut'
import { calendarDay } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { themes } from '../../pictures/themes.ts'

/** What a public page takes of its address when it has no filters. */
export const cutSearch = cutInput.omit({ dossier: true })

/** What a picture for other pages takes: also on which ground it will stand. */
export const pictureSearch = cutSearch.extend({ theme: z.enum(themes).optional() })

/**
 * One thing that is wrong with an address: where, what was given, and what to write instead. The page says in its own language
 * what a `shape` should have been and that something was given `twice`; a `refusal` speaks the reader's language already.
 */
export type AddressFault = {
  readonly kind: 'shape' | 'twice' | 'refusal'
  readonly name: string
  readonly given: string
  readonly advice: string
}

/** The body of a 400: read by the error boundary of the public pages. */
export type AddressFaults = { readonly faults: readonly AddressFault[] }

const refuse = (faults: readonly AddressFault[]): never => {
  throw new Response(JSON.stringify({ faults } satisfies AddressFaults), {
    status: 400,
    headers: { 'content-type': 'application/json' },
  })
}

export { refuse as refuseAddress }

/**
 * The parameters that the schema names, parsed; empty ones count as not given (a form sends them), others are
 * left alone. Throws a 400 that names every fault.
 *
 * A `knownAt` that is a day, as people type it, becomes the end of that day in UTC by a redirect: an address holds
 * an instant.
 */
export function parseSearch<S extends z.ZodObject>(request: Request, schema: S): z.infer<S> {
  const url = new URL(request.url)
  redirectFromDay(url)
  const given: Record<string, unknown> = {}
  const faults: AddressFault[] = []
  // The language of a page stands in its path.
  for (const name of Object.keys(schema.shape).filter((one) => one !== 'lang')) {
    const values = [...new Set(url.searchParams.getAll(name).filter((value) => value !== ''))]
    if (values.length > 1) faults.push({ kind: 'twice', name, given: values.join(', '), advice: '' })
    const [value] = values
    if (value !== undefined) given[name] = name === 'page' && /^\d{1,9}$/.test(value) ? Number(value) : value
  }
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0] ?? '')
      faults.push({ kind: 'shape', name, given: String(given[name] ?? ''), advice: issue.message })
    }
  }
  if (faults.length > 0 || !parsed.success) return refuse(faults)
  return parsed.data
}

function redirectFromDay(url: URL): void {
  const day = url.searchParams.get('knownAt')
  if (day === null || !calendarDay.safeParse(day).success) return
  url.searchParams.set('knownAt', `${day}T23:59:59.999Z`)
  throw new Response(null, { status: 302, headers: { location: `${url.pathname}${url.search}` } })
}
