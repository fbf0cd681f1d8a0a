import type { AppLoadContext } from '@remix-run/server-runtime'

// Remix gives action and loaders of one request the same context, and the page's title only what loaders say.
const failed = new WeakSet<AppLoadContext>()

/** Notes that the form of this request was refused. */
export const recordFailedForm = (context: AppLoadContext): void => {
  failed.add(context)
}

/** True when the page answers a form that was refused: its title then begins with “Error:”. */
export const hasFailedForm = (context: AppLoadContext): boolean => failed.has(context)
