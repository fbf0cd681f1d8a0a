import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { ErrorPage } from '../error-page.tsx'
import { type Fault, FaultPage } from './fault-page.tsx'
import { useWords } from './use-words.ts'

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  'name' in value &&
  'given' in value &&
  'advice' in value

/** The faults in the body of a 400; none when the body is something else. */
export function getFaults(data: unknown): Fault[] {
  if (typeof data !== 'object' || data === null || !('faults' in data) || !Array.isArray(data.faults))
    return []
  return data.faults.filter(isFault)
}

/**
 * What the public pages show in place of themselves. A 400 names its faults; everything else is the page of its
 * status alone, so that what is hidden and what does not exist look the same.
 */
export function PublicErrorBoundary() {
  const error = useRouteError()
  const { formatDate, t } = useWords()
  const { pathname } = useLocation()
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />
  const faults = error.status === 400 ? getFaults(error.data) : []
  return faults.length > 0 ? (
    <FaultPage faults={faults} path={pathname} />
  ) : (
    <ErrorPage
      status={error.status}
      {...(error.status === 410 && typeof error.data === 'string'
        ? { fact: t.cases.takenDown(formatDate(error.data)) }
        : {})}
    />
  )
}
