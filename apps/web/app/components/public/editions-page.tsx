import type { EditionView, editionList } from '@waymark/api/features/edition/edition.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { EditionProof } from './edition-proof.tsx'
import { type PageFrame, PublicPage } from './public-page.tsx'
import { useWords } from './use-words.ts'

export type EditionList = z.infer<typeof editionList>

/** Every edition that was published, and the key by which each can be checked. */
export function EditionsPage({ view, asked, origin }: { view: EditionList } & Omit<PageFrame, 'frame'>) {
  const { t } = useWords()
  const { frame, editions, key } = view
  const copy = t.editions
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="editions"
      place="editions"
      page={copy.title}
      formats={['csv', 'xlsx', 'json']}
      over={copy.over}
      title={copy.h1(editions.length)}
      lead={copy.lead}
      dates={false}
    >
      <Section id="list" title={copy.list}>
        {editions.length === 0 ? (
          <p className="measure">{copy.none}</p>
        ) : (
          <EditionTable editions={editions} dossier={frame.dossier.key} />
        )}
        <p className="small quiet gap-top measure">{copy.withoutCases}</p>
      </Section>
      <EditionProof edition={null} keyText={editions[0]?.key ?? key} />
    </PublicPage>
  )
}

function EditionTable({ editions, dossier }: { editions: readonly EditionView[]; dossier: string }) {
  const { buildPlace, formatDate, t } = useWords()
  const copy = t.editions
  const corrected = new Set(editions.flatMap(({ corrects }) => corrects?.id ?? []))
  return (
    <DataTable
      caption={copy.listCaption}
      hideCaption
      rows={editions}
      getKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: copy.edition,
          cell: ({ id, title, corrects }) => (
            <>
              <a href={buildPlace(dossier, {}, `editions/${id}`)}>{title}</a>{' '}
              <span className="ref">{id}</span>
              {corrects !== null && <span className="tiny quiet line">{copy.corrects(corrects.id)}</span>}
              {corrected.has(id) && <span className="tiny quiet line">{copy.correctedBy}</span>}
            </>
          ),
        },
        {
          key: 'asOf',
          header: copy.asOf,
          narrowLabel: copy.asOf,
          nowrap: true,
          cell: ({ asOf }) => formatDate(asOf),
        },
        {
          key: 'issued',
          header: copy.published,
          narrowLabel: copy.published,
          nowrap: true,
          cell: ({ issuedAt }) => formatDate(getUtcDay(issuedAt)),
        },
      ]}
    />
  )
}
