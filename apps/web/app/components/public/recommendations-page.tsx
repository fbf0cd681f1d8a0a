import type { recommendationList } from '@waymark/api/features/recommendation/recommendation.view'
import { Pager } from '@waymark/ui/pager'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { buildHref, getCut, type Parameters } from './address.ts'
import { buildPagerItems } from './pager-items.ts'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { RecommendationFilters } from './recommendation-filters.tsx'
import { RecommendationTable } from './recommendation-table.tsx'
import { useWords } from './use-words.ts'

export type RecommendationList = z.infer<typeof recommendationList>

/** What a reader can ask of the list, beside the cut. */
export type RecommendationFilter = {
  readonly area?: string | undefined
  readonly side?: 'partner' | 'eu' | 'other' | undefined
  readonly standing?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  /** `line`: a row a line of asks. */
  readonly by?: 'line' | undefined
  readonly page?: number | undefined
}

const pageSize = 50

/** Every recommendation that matches, with its standing, its uptake and its gates. */
export function RecommendationsPage({
  view,
  asked,
  origin,
}: {
  view: RecommendationList
  asked: PageFrame['asked'] & RecommendationFilter
  origin: string
}) {
  const { buildPlace, formatDate, t } = useWords()
  const { frame, rows, total, page, pages } = view
  const { area, side, standing, q, sort, by } = asked
  const filters: Parameters = { area, side, standing, q }
  const filtered = Object.values(filters).some((value) => value !== undefined)
  const path = buildPlace(frame.dossier.key, {}, 'recommendations')
  const from = (page - 1) * pageSize
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="recommendations"
      place="recommendations"
      kept={{ ...filters, sort, by }}
      page={t.recommendations.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.recommendations.over}
      title={t.recommendations.h1(view.recommendations, formatDate(frame.cut.asOf), filtered, isPast(frame))}
    >
      <Section id="list" title={t.recommendations.title} layout="full">
        <RecommendationFilters view={view} asked={asked} path={path} />
        {by === 'line' && rows.length > 0 && (
          <p>
            <b>{t.byLine.h1(view.recommendations, total)}.</b> <span className="quiet">{t.byLine.help}</span>
          </p>
        )}
        {rows.length > 0 && (
          <>
            <RecommendationTable
              rows={rows}
              frame={frame}
              asked={asked}
              caption={t.recommendations.caption(from + 1, from + rows.length, total)}
            />
            <Pager
              current={page}
              items={buildPagerItems(pages, (n) =>
                buildHref(path, { ...filters, sort, by, page: n === 1 ? undefined : n }, getCut(asked)),
              )}
              words={{
                label: t.pager.label,
                previous: t.pager.previous,
                next: t.pager.next,
                page: t.pager.page,
                summary: t.recommendations.caption(from + 1, from + rows.length, total),
              }}
            />
          </>
        )}
      </Section>
    </PublicPage>
  )
}
