import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

import type { SearchResult } from './views.ts'

type Group = SearchResult['groups'][number]
type Hit = Group['hits'][number]

/** The page on which a hit is to be seen. */
function buildHref(dossier: string, kind: Group['kind'], { key, ref }: Hit): string {
  const base = `/desk/${dossier}`
  if (kind === 'item') return `${base}/evidence/${key}`
  if (kind === 'file') return `${base}/evidence/files/${key}`
  if (kind === 'case') return `${base}/cases/${key}`
  return `${base}/recommendations/${ref ?? key}`
}

function HitItem({ dossier, kind, hit }: { dossier: string; kind: Group['kind']; hit: Hit }) {
  return (
    <li>
      <PageLink href={buildHref(dossier, kind, hit)} data-work="">
        {hit.title}
      </PageLink>
      {hit.ref !== null && <span className="quiet"> {hit.ref}</span>}
      <p className="snippet">
        {hit.snippet.map((part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text))}
      </p>
    </li>
  )
}

/** What was found, a section a kind. */
export function SearchGroups({ dossier, result }: { dossier: string; result: SearchResult }) {
  const { t } = useDeskWords()
  const copy = t.search
  if (!result.searched) return <p role="status">{copy.tooShort}</p>
  if (result.groups.length === 0) return <p role="status">{copy.none}</p>
  return result.groups.map(({ kind, hits, more }) => (
    <section key={kind} className="part" aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`}>
        {copy.kinds[kind]} <span className="quiet">{more ? `${hits.length}+` : hits.length}</span>
      </h2>
      <ul className="found">
        {hits.map((hit) => (
          <HitItem
            key={`${hit.key} ${hit.snippet.map((p) => p.text).join('')}`}
            dossier={dossier}
            kind={kind}
            hit={hit}
          />
        ))}
      </ul>
      {more && <p className="quiet">{copy.more(hits.length)}</p>}
    </section>
  ))
}
