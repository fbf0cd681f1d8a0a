import type { milestoneDetail } from '@waymark/api/features/milestone/milestone.view'
import { Facts } from '@waymark/ui/facts'
import { GateRow } from '@waymark/ui/gate-row'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { getAlternative } from '../../pictures/picture.ts'
import { buildMilestonePicture } from '../../pictures/subjects/milestone.tsx'
import { CommitmentTable, listCommitments } from './commitments.tsx'
import { formatGateCounts, formatStepDate, getGateStates } from './gate-parts.tsx'
import { LinkTable } from './link-table.tsx'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { SourceCite } from './source-cite.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { TranslationMark } from './translated.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

export type MilestoneDetail = z.infer<typeof milestoneDetail>

/** One step of the agreement: its gates as they stood on its day, and what happened since. */
export function MilestonePage({ view, asked, origin }: { view: MilestoneDetail } & Omit<PageFrame, 'frame'>) {
  const words = useWords()
  const { formatDate, getMilestoneKindWord, t } = words
  const { frame, milestone, events, gates } = view
  const past = isPast(frame)
  const ahead = milestone.occurred === null
  const dossier = frame.dossier.key
  const title = getStepTitle(words, milestone, frame)
  const required = gates.filter(({ role }) => role === 'required')
  const listed = gates.filter(({ role }) => role !== 'required')
  const commitments = listCommitments(gates)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="milestones"
      place={`milestones/${milestone.key}`}
      page={title}
      formats={['csv', 'xlsx', 'json']}
      alternative={getAlternative(words, buildMilestonePicture(words, view))}
      over={
        <>
          {t.milestone.over} · <Text>{milestone.track.title}</Text>
          <TranslationMark of={title} />
        </>
      }
      title={<Text>{title}</Text>}
      lead={`${getAheadSentence(words, milestone, past)}${formatGateCounts(words, milestone)}`}
    >
      <Section id="step" title={t.milestone.step}>
        <Facts
          facts={[
            { key: 'date', term: t.milestones.date, text: formatStepDate(words, milestone) },
            ...(milestone.planned !== null && !ahead
              ? [{ key: 'planned', term: t.milestone.planned, text: formatDate(milestone.planned) }]
              : []),
            { key: 'kind', term: t.milestone.kind, text: getMilestoneKindWord(milestone.kind) },
            { key: 'track', term: t.milestone.track, text: <Text>{milestone.track.title}</Text> },
            // The source of a step is the report that it was taken: on a past day, one that did not exist yet.
            ...(ahead && past
              ? []
              : [
                  {
                    key: 'source',
                    term: t.milestone.source,
                    text: (
                      <SourceCite
                        source={milestone.source}
                        locator={milestone.locator}
                        dossier={dossier}
                        asked={asked}
                      />
                    ),
                  },
                ]),
          ]}
        />
      </Section>
      {events.length > 0 && (
        <Section id="plan" title={t.milestone.plan} note={t.milestone.planHelp}>
          <PlanEvents events={events} dossier={dossier} asked={asked} />
        </Section>
      )}
      <Section
        id="gates"
        title={ahead ? t.milestone.gatesAhead(past) : t.milestone.gatesThen}
        note={ahead ? t.milestone.helpAhead : t.milestone.help}
      >
        {gates.length === 0 && <p>{t.milestone.none}</p>}
        {required.length > 0 && (
          <>
            <h3>{t.milestone.required}</h3>
            <GateRow counts={getGateStates(milestone)} sentence={formatGateCounts(words, milestone)} />
            <LinkTable gates={required} frame={frame} asked={asked} caption={t.milestone.required} />
          </>
        )}
        {listed.length > 0 && (
          <>
            <h3 className={required.length > 0 ? 'gap-top' : undefined}>{t.milestone.listed}</h3>
            <LinkTable gates={listed} frame={frame} asked={asked} caption={t.milestone.listed} />
          </>
        )}
      </Section>
      {commitments.length > 0 && (
        <Section id="statements" title={t.linkage.statements} note={t.linkage.statementsHelp}>
          <CommitmentTable
            commitments={commitments}
            caption={t.linkage.statements}
            dossier={dossier}
            asked={asked}
          />
        </Section>
      )}
    </PublicPage>
  )
}

function getAheadSentence(
  words: Words,
  { occurred, cancelled }: MilestoneDetail['milestone'],
  past: boolean,
): string {
  const { formatDate, t } = words
  if (occurred !== null) return ''
  return `${cancelled === null ? t.milestone.ahead(past) : t.milestone.cancelled(formatDate(cancelled), past)} `
}

/** What befell the plan of a step, by date: moves and its cancellation, each with its source. */
function PlanEvents({
  events,
  dossier,
  asked,
}: {
  events: MilestoneDetail['events']
  dossier: string
  asked: PageFrame['asked']
}) {
  const { formatDate, t } = useWords()
  return (
    <ol className="lines">
      {events.map(({ kind, effective, planned, note, source, locator }) => (
        <li key={`${kind} ${effective} ${planned}`}>
          {kind === 'moved' && planned !== null
            ? t.milestone.moved(formatDate(effective), formatDate(planned))
            : t.milestone.wasCancelled(formatDate(effective))}
          {note !== null && (
            <>
              {' '}
              <Text>{note}</Text>
            </>
          )}
          <span className="tiny quiet line">
            <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
          </span>
        </li>
      ))}
    </ol>
  )
}
