import type { HeadersFunction } from '@remix-run/server-runtime'

/** These pages change by the clock alone, when an embargo ends: nobody in between may keep them. */
export const editionHeaders: HeadersFunction = () => ({ 'cache-control': 'no-cache' })
