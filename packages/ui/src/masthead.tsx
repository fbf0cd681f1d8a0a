import type { ReactNode } from 'react'

export type NavItem = { readonly href: string; readonly label: string; readonly current?: boolean }
/** A language to switch to, its name in itself; `href` is the same view in it. */
export type Language = {
  readonly lang: string
  readonly label: string
  readonly href: string
  readonly current?: boolean
}

export type MastheadWords = {
  readonly brand: string
  readonly navigation: string
  readonly language: string
}

/** Name, dossier, places, languages. No emblem, no flag. `main` has to carry the id `main`. */
export function Masthead({
  words,
  home,
  dossier,
  items,
  languages,
}: {
  words: MastheadWords
  home: string
  dossier?: ReactNode
  items: readonly NavItem[]
  languages: readonly Language[]
}) {
  return (
    <header className="mast">
      <div className="wrap">
        <Brand href={home} name={words.brand} {...(dossier === undefined ? {} : { dossier })} />
        {items.length > 0 && (
          <nav aria-label={words.navigation}>
            <ul>
              {items.map(({ href, label, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {languages.length > 1 && (
          <nav className="lang" aria-label={words.language}>
            <ul>
              {languages.map(({ lang, label, href, current }) => (
                <li key={lang}>
                  <a lang={lang} hrefLang={lang} href={href} aria-current={current ? 'true' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}

/** The sign and the name: four courses of a cairn, the last two set. */
export function Brand({ href, name, dossier }: { href: string; name: string; dossier?: ReactNode }) {
  return (
    <a className="brand" href={href}>
      <svg viewBox="0 0 13 18" aria-hidden="true">
        <path d="M0 0H13V3.2H0ZM0 4.9H13V8.1H0Z" fill="currentColor" opacity=".32" />
        <path d="M0 9.8H13V13H0ZM0 14.7H13V17.9H0Z" fill="currentColor" />
      </svg>
      {name}
      {dossier !== undefined && <span>{dossier}</span>}
    </a>
  )
}
