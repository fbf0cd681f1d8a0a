import type { ReactNode } from 'react'
import { type Fact, Facts } from './facts.tsx'

export type FooterWords = {
  readonly read: string
  readonly cite: string
  readonly data: string
}

/** What every view owes its reader: what it shows and by which method, how to cite it, how to take its data. */
export function Footer({
  words,
  facts,
  citation,
  formats,
  downloads,
  colophon,
}: {
  words: FooterWords
  facts: readonly Fact[]
  citation: ReactNode
  /** Other forms of the citation, each folded: "BibTeX" with its code, and the same as a file. */
  formats: readonly {
    readonly label: string
    readonly note?: string
    readonly code: string
    readonly file?: { readonly label: string; readonly href: string }
  }[]
  downloads: readonly { readonly href: string; readonly label: string; readonly note?: ReactNode }[]
  colophon?: ReactNode
}) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="cols">
          <section aria-labelledby="foot-read">
            <h2 id="foot-read">{words.read}</h2>
            <Facts facts={facts} />
          </section>
          <section aria-labelledby="foot-cite">
            <h2 id="foot-cite">{words.cite}</h2>
            <p className="cite">{citation}</p>
            {formats.map(({ label, note, code, file }) => (
              <details key={label}>
                <summary>{label}</summary>
                {note !== undefined && <p className="quiet">{note}</p>}
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
                <pre tabIndex={0}>{code}</pre>
                {file !== undefined && (
                  <p>
                    <a href={file.href}>{file.label}</a>
                  </p>
                )}
              </details>
            ))}
          </section>
          {downloads.length > 0 && (
            <section aria-labelledby="foot-data">
              <h2 id="foot-data">{words.data}</h2>
              <ul>
                {downloads.map(({ href, label, note }) => (
                  <li key={href}>
                    <a href={href}>{label}</a> {note !== undefined && <span className="quiet">{note}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {colophon !== undefined && <p className="spec">{colophon}</p>}
      </div>
    </footer>
  )
}
