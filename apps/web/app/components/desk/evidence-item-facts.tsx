import type { ItemView, itemDetail } from '@waymark/api/features/evidence-item/evidence-item.view'
import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Facts } from '@waymark/ui/facts'
import type { z } from 'zod'
import { formatDate, formatInstant, getEvidenceKindWord, getLanguageWord, getOriginWord } from './words.ts'

const copy = deskEvidence

/** What an item says, and the terms of it. */
export function ItemFacts({ item }: { item: ItemView }) {
  const { source, locator, excerpt } = item
  const lang = item.language === 'und' ? undefined : item.language
  const dated = (key: string, term: string, date: string | null) =>
    date === null ? [] : [{ key, term, text: formatDate(date) }]
  const facts = [
    {
      key: 'source',
      term: copy.facts.source,
      text: locator === null ? source.title : `${source.title}, ${locator}`,
    },
    { key: 'kind', term: copy.facts.kind, text: getEvidenceKindWord(item.kind) },
    { key: 'origin', term: copy.facts.origin, text: getOriginWord(item.origin) },
    ...dated('factDate', copy.facts.factDate, item.factDate),
    ...dated('capturedOn', copy.facts.capturedOn, item.capturedOn),
    { key: 'language', term: copy.facts.language, text: getLanguageWord(item.language) ?? item.language },
    {
      key: 'author',
      term: copy.facts.author,
      text: copy.versionBy(formatInstant(item.recordedAt), item.author),
    },
  ]
  return (
    <>
      {excerpt === null ? (
        <p className="quiet">{copy.noExcerpt}</p>
      ) : (
        <blockquote lang={lang} className="said-there">
          <p>{excerpt}</p>
        </blockquote>
      )}
      <Facts facts={facts} />
    </>
  )
}

type Use = z.infer<typeof itemDetail>['uses'][number]

/** Which assessments rest on an item. */
export function ItemUses({ dossier, uses }: { dossier: string; uses: readonly Use[] }) {
  const columns: readonly Column<Use>[] = [
    {
      key: 'recommendation',
      header: copy.columns.recommendation,
      cell: ({ assessment, ref, title }) => (
        <a href={`/desk/${dossier}/review/${assessment}`}>
          {ref} {title}
        </a>
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
