/** These pages change by the clock alone, when an embargo ends: nobody in between may keep them. */
export const editionHeaders = (): Record<string, string> => ({ 'cache-control': 'no-cache' })
