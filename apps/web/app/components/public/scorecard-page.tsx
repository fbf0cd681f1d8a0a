import type { overview } from '@waymark/api/features/score/score.view'
import { formatIndex } from '@waymark/scoring/format'
import { AreaTable } from '@waymark/ui/area-table'
import { DistributionUnits } from '@waymark/ui/distribution'
import { Section } from '@waymark/ui/section'
import { Strip } from '@waymark/ui/strip'
import type { z } from 'zod'
import { getAlternative } from '../../pictures/picture.ts'
import { buildScorecardPicture } from '../../pictures/subjects/scorecard.tsx'
import type { AskedCut } from './address.ts'
import { AheadSection } from './ahead-section.tsx'
import { buildAreaRows, buildTotal } from './area-rows.tsx'
import { MethodsBeside } from './methods-beside.tsx'
import { PublicPage } from './public-page.tsx'
import { RecordLinks } from './record-links.tsx'
import { useWords } from './use-words.ts'

export type Overview = z.infer<typeof overview>

/** The scorecard: the finding as a sentence, the distribution, the areas, what lies ahead, the EU's side apart. */
export function ScorecardPage({ view, asked, origin }: { view: Overview; asked: AskedCut; origin: string }) {
  const words = useWords()
  const { buildPlace, formatDate, formatDistribution, getDistributionWords, getHeadline, t } = words
  const { frame, score, since } = view
  const past = frame.cut.asOf < frame.today
  const dossier = frame.dossier.key
  const { overall, euSide } = score
  const headline = getHeadline(score, frame.today)
  const euTotal = Object.values(euSide.distribution).reduce((sum, n) => sum + n, 0)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="scorecard"
      place=""
      page={t.scorecard.page}
      formats={['csv', 'xlsx', 'json']}
      alternative={getAlternative(words, buildScorecardPicture(words, view))}
      over={t.scorecard.over(past)}
      title={headline.headline}
      {...(headline.lead === '' ? {} : { lead: headline.lead })}
      rail
      figure={
        <Strip
          counts={overall.distribution}
          label={formatDistribution(overall.distribution)}
          words={getDistributionWords()}
        />
      }
    >
      <Section id="areas" title={t.scorecard.areas} note={t.scorecard.areasHelp} layout="full">
        <AreaTable
          rows={buildAreaRows(words, view, asked)}
          total={buildTotal(words, view)}
          words={{
            caption: t.scorecard.caption,
            area: t.scorecard.area,
            distribution: t.scorecard.standing,
            coverage: t.scorecard.assessed,
            index: t.scorecard.index,
            direction:
              since === null ? t.scorecard.direction : t.scorecard.directionSince(formatDate(since.date)),
            notApplicable: t.scorecard.notApplicable,
          }}
        />
        <p className="small quiet gap-top measure">
          {since === null ? t.scorecard.noRound : t.scorecard.sinceRound(since.title, formatDate(since.date))}
          {since !== null && (
            <>
              {' '}
              <a href={buildPlace(dossier, asked, 'changes', { fromRound: since.key })}>{t.changes.see}</a>
            </>
          )}
          {overall.notApplicable > 0 && <> {t.scorecard.outside(overall.notApplicable)}</>}{' '}
          <a href={buildPlace(dossier, asked, 'areas')}>{t.areaSeries.link}</a>
        </p>
        <MethodsBeside view={view} asked={asked} />
      </Section>
      <AheadSection milestones={view.ahead} frame={frame} asked={asked} />
      <Section id="eu-side" title={t.scorecard.eu} note={t.scorecard.euHelp}>
        {euTotal === 0 ? (
          <p>{t.scorecard.euNone(past)}</p>
        ) : (
          <>
            <DistributionUnits counts={euSide.distribution} label={formatDistribution(euSide.distribution)} />
            <p className="small">
              {t.scorecard.asks(euTotal)}: {formatDistribution(euSide.distribution)}.{' '}
              {euSide.index !== null && (
                <>
                  {t.scorecard.index} {formatIndex(euSide.index)}, {t.scorecard.assessed.toLowerCase()}{' '}
                  {t.scorecard.coverage(euSide.coverage.assessed, euSide.coverage.applicable)}.{' '}
                </>
              )}
              <a href={buildPlace(dossier, asked, 'recommendations', { side: 'eu' })}>
                {t.scorecard.see}
                <span className="vh">: {t.scorecard.eu}</span>
              </a>
            </p>
          </>
        )}
      </Section>
      <RecordLinks dossier={dossier} asked={asked} />
    </PublicPage>
  )
}
