import type { ItemView, itemDetail } from '@waymark/api/features/evidence-item/evidence-item.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Facts } from '@waymark/ui/facts'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { getSeen, VisibilityBadge } from './visibility.tsx'

/** What an item says, and the terms of it. */
export function ItemFacts({ item }: { item: ItemView }) {
  const { formatDate, formatInstant, getEvidenceKindWord, getLanguageWord, getOriginWord, t } = useDeskWords()
  const copy = t.evidence
  const { source, locator, excerpt } = item
  const lang = item.language === 'und' ? undefined : item.language
  const shown = <VisibilityBadge seen={getSeen(item.isPublic)} />
  const hidden = <VisibilityBadge seen="internal" />
  const tell = (key: string, term: string, text: string, badge: ReactNode) => ({
    key,
    term,
    text: (
      <>
        {text} {badge}
      </>
    ),
  })
  const dated = (key: string, term: string, date: string | null, badge: ReactNode) =>
    date === null ? [] : [tell(key, term, formatDate(date), badge)]
  const facts = [
    tell('source', copy.facts.source, source.title, <VisibilityBadge seen={getSeen(source.isPublic)} />),
    ...(locator === null ? [] : [tell('locator', copy.facts.locator, locator, shown)]),
    tell('kind', copy.facts.kind, getEvidenceKindWord(item.kind), shown),
    tell('origin', copy.facts.origin, getOriginWord(item.origin), shown),
    ...dated('factDate', copy.facts.factDate, item.factDate, shown),
    ...dated('capturedOn', copy.facts.capturedOn, item.capturedOn, hidden),
    tell('language', copy.facts.language, getLanguageWord(item.language) ?? item.language, hidden),
    tell('author', copy.facts.author, copy.versionBy(formatInstant(item.recordedAt), item.author), hidden),
  ]
  return (
    <>
      {excerpt === null ? (
        <p className="quiet">{copy.noExcerpt}</p>
      ) : (
        <blockquote lang={lang} className="said-there">
          <p>{excerpt}</p>
          <footer lang="en">{shown}</footer>
        </blockquote>
      )}
      <Facts facts={facts} />
    </>
  )
}

type Use = z.infer<typeof itemDetail>['uses'][number]

/** Which assessments rest on an item. */
export function ItemUses({ dossier, uses }: { dossier: string; uses: readonly Use[] }) {
  const { t } = useDeskWords()
  const copy = t.evidence
  const columns: readonly Column<Use>[] = [
    {
      key: 'recommendation',
      header: copy.columns.recommendation,
      cell: ({ assessment, ref, title }) => (
        <PageLink href={`/desk/${dossier}/review/${assessment}`}>
          {ref} {title}
        </PageLink>
      ),
    },
    {
      key: 'outcome',
      header: copy.columns.outcome,
      narrowLabel: copy.columns.outcome,
      cell: ({ outcome, earlier }) =>
        `${copy.outcomes[outcome ?? 'waiting']}${earlier ? `, ${copy.earlier}` : ''}`,
    },
    { key: 'who', header: copy.columns.who, narrowLabel: copy.columns.who, cell: ({ author }) => author },
  ]
  return (
    <section className="part" aria-labelledby="uses">
      <h2 id="uses">{copy.usedBy}</h2>
      {uses.length === 0 ? (
        <p className="quiet">{copy.notUsed}</p>
      ) : (
        <DataTable
          caption={copy.usedBy}
          hideCaption
          columns={columns}
          rows={uses}
          getKey={({ assessment }) => String(assessment)}
        />
      )}
    </section>
  )
}

/** What the item said before it was corrected, the latest first. */
export function ItemVersions({ versions }: { versions: readonly ItemView[] }) {
  const { t } = useDeskWords()
  const copy = t.evidence
  return (
    <section className="part" aria-labelledby="history">
      <h2 id="history">{copy.history}</h2>
      {versions.length === 0 && <p className="quiet">{copy.noHistory}</p>}
      {versions.map((one) => (
        <article className="past" key={one.version}>
          <ItemFacts item={one} />
          {one.reason !== null && <p className="quiet">{copy.because(one.reason)}</p>}
        </article>
      ))}
    </section>
  )
}
