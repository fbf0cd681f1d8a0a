import type { sourceList } from '@waymark/api/features/source/source.view'
import { InputField } from '@waymark/ui/field'
import { Pager } from '@waymark/ui/pager'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { buildHref, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import { buildPagerItems } from './pager-items.ts'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { SourceArticle } from './source-article.tsx'
import { useWords } from './use-words.ts'

export type SourceList = z.infer<typeof sourceList>

/** Every source with all that is public and rests on it. */
export function SourcesPage({
  view,
  asked,
  origin,
}: {
  view: SourceList
  asked: PageFrame['asked'] & { readonly q?: string | undefined }
  origin: string
}) {
  const { buildPlace, formatDate, t } = useWords()
  const { frame, sources, total, page, pages } = view
  const path = buildPlace(frame.dossier.key, {}, 'sources')
  const day = formatDate(frame.cut.asOf)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="sources"
      place="sources"
      kept={{ q: asked.q }}
      page={t.sources.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.sources.over}
      title={
        asked.q !== undefined
          ? t.sources.matches(total)
          : isPast(frame)
            ? t.sources.h1(total, day)
            : t.sources.h1Now(total)
      }
    >
      <Section id="list" title={t.sources.title} layout="full">
        <form method="get" action={path} className="tools filter" aria-label={t.sources.search}>
          <KeptFields parameters={getCut(asked)} />
          <InputField
            id="q"
            name="q"
            type="search"
            label={t.sources.q}
            maxLength={200}
            defaultValue={asked.q ?? ''}
          />
          <button type="submit">{t.sources.search}</button>
          {asked.q !== undefined && <a href={buildHref(path, getCut(asked))}>{t.sources.reset}</a>}
        </form>
        {sources.length === 0 && <p className="gap-top">{t.sources.none}</p>}
        {sources.map((source) => (
          <SourceArticle key={source.key} source={source} dossier={frame.dossier.key} asked={getCut(asked)} />
        ))}
        <Pager
          current={page}
          items={buildPagerItems(pages, (n) =>
            buildHref(path, { q: asked.q, page: n === 1 ? undefined : n }, getCut(asked)),
          )}
          words={{
            label: t.pager.label,
            previous: t.pager.previous,
            next: t.pager.next,
            page: t.pager.page,
            summary: t.pager.summary(page, pages),
          }}
        />
      </Section>
    </PublicPage>
  )
}
