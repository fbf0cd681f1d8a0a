import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

export type Seen = 'public' | 'internal' | 'confidential'

/** What is shown to readers, or to the desk alone. */
export const getSeen = (isPublic: boolean): Seen => (isPublic ? 'public' : 'internal')

// Told apart by shape and word; the hue only helps.
const shapes: Readonly<Record<Seen, string>> = {
  public: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  internal: 'M1 1h10v10H1Zm1.5 1.5v3.5h7V2.500Z',
  confidential: 'M3 5V4a3 3 0 0 1 6 0v1h1.5v6.500H1.5V5Zm1.5 0h3V4a1.5 1.5 0 0 0-3 0Z',
}

/** Who sees a field: everyone, the desk, or only those who may know of confidential things. */
export function VisibilityBadge({ seen }: { seen: Seen }) {
  const { t } = useDeskWords()
  const copy = t.cases.visibility
  return (
    <span className={`badge seen seen-${seen}`} title={copy.hints[seen]}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[seen]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {copy[seen]}
    </span>
  )
}

/** The way to what the public sees of a record; where it sees nothing, that is said. */
export function ViewAsPublic({ href }: { href: string | null }) {
  const { t } = useDeskWords()
  if (href === null) return <span className="quiet">{t.cases.notPublic}</span>
  return <PageLink href={href}>{t.cases.viewAsPublic}</PageLink>
}
