import type { ComponentProps } from 'react'
import { useDeskWords } from './use-desk-words.ts'

// Only what stands on this site has a language: not an anchor, not a query, not the web page of a source.
const isOwn = (address: string): boolean => address.startsWith('/') && !address.startsWith('//')

/** A link to a page of this site, written without its language: it leads to the page in the reader's. */
export function PageLink({ href = '', children, ...rest }: ComponentProps<'a'>) {
  const { localise } = useDeskWords()
  return (
    <a href={isOwn(href) ? localise(href) : href} {...rest}>
      {children}
    </a>
  )
}

/** A form that is sent to an address of this site, in the reader's language; without one, to the page itself. */
export function PageForm({
  action,
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'action'> & { readonly action?: string | undefined }) {
  const { localise } = useDeskWords()
  return (
    <form action={action !== undefined && isOwn(action) ? localise(action) : action} {...rest}>
      {children}
    </form>
  )
}
