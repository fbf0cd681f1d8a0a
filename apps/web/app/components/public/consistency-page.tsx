import type { consistencyView } from '@waymark/api/features/linkage/linkage.view'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { getCut } from './address.ts'
import { ConsistencyTable } from './consistency-table.tsx'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type Consistency = z.infer<typeof consistencyView>

/** What each EU institution tied to the agreement, and whether it held: words and counts, each count a way to its gates. */
export function ConsistencyPage({ view, asked, origin }: { view: Consistency } & Omit<PageFrame, 'frame'>) {
  const { formatDate, t } = useWords()
  const { frame, attributed, institutions, unattributed } = view
  const past = isPast(frame)
  const dossier = frame.dossier.key
  const cut = getCut(asked)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="linkage"
      place="consistency"
      page={t.consistency.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.consistency.over(formatDate(frame.cut.asOf))}
      title={t.consistency.h1(
        attributed.conditions,
        attributed['passed-while-unmet'],
        attributed['passed-while-unknown'],
        past,
      )}
      lead={t.consistency.lead}
    >
      {institutions.length === 0 && (
        <Section id="none" title={t.consistency.statement}>
          <p>{t.consistency.none(past)}</p>
        </Section>
      )}
      {institutions.map(({ actor, counts, commitments }) => (
        <Section key={actor.key} id={`by-${actor.key}`} title={<Text>{actor.name}</Text>} layout="full">
          <ConsistencyTable
            caption={t.consistency.caption(actor.name)}
            dossier={dossier}
            asked={cut}
            lines={[
              ...commitments.map((one) => ({
                key: one.key,
                statement: one,
                counts: one.counts,
                filter: { commitment: one.key },
              })),
              // With one statement the total would say the same again.
              ...(commitments.length > 1 && counts.conditions > 0
                ? [{ key: actor.key, label: t.consistency.total, counts, filter: { actor: actor.key } }]
                : []),
            ]}
          />
        </Section>
      ))}
      {unattributed.conditions > 0 && (
        <Section
          id="unattributed"
          title={t.consistency.unattributed}
          note={t.consistency.unattributedHelp}
          layout="full"
        >
          <ConsistencyTable
            caption={t.consistency.unattributed}
            dossier={dossier}
            asked={cut}
            lines={[
              {
                key: 'unattributed',
                label: t.consistency.unattributed,
                counts: unattributed,
                filter: { rests: 'nothing' },
              },
            ]}
          />
        </Section>
      )}
    </PublicPage>
  )
}
