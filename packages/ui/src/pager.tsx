export type PagerItem = { readonly page: number; readonly href: string }

export type PagerWords = {
  readonly label: string
  readonly previous: string
  readonly next: string
  /** "rows 26 to 50 of 120". */
  readonly summary: string
  /** The name of a page's link; the number is put after it. */
  readonly page: string
}

/** Places in a long list. Nothing when there is one page. */
export function Pager({
  items,
  current,
  words,
}: {
  items: readonly PagerItem[]
  current: number
  words: PagerWords
}) {
  if (items.length < 2) return null
  const previous = items.find(({ page }) => page === current - 1)
  const next = items.find(({ page }) => page === current + 1)
  return (
    <nav className="pager" aria-label={words.label}>
      {previous !== undefined && (
        <a href={previous.href} rel="prev">
          {words.previous}
        </a>
      )}
      <ul>
        {items.map(({ page, href }) => (
          <li key={page}>
            {page === current ? (
              <span aria-current="page">{page}</span>
            ) : (
              <a href={href} aria-label={`${words.page} ${page}`}>
                {page}
              </a>
            )}
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <a href={next.href} rel="next">
          {words.next}
        </a>
      )}
      <span className="quiet">{words.summary}</span>
    </nav>
  )
}
