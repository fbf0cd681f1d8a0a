import type { Frame } from '@waymark/api/common/frame.view'
import type { GateView } from '@waymark/api/common/refs.view'
import { type Fact, Facts } from '@waymark/ui/facts'
import type { AskedCut } from './address.ts'
import { formatRole, formatStepDate, GateWord } from './gate-parts.tsx'
import { SourceCite } from './source-cite.tsx'
import { StandingWord } from './standing.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import { Waivers } from './waivers.tsx'
import type { Words } from './words.ts'

/** One gate in full: what had to be reached, on whose word, the finding it was judged by, waivers, and what came since. */
export function GateArticle({ gate, frame, asked }: { gate: GateView; frame: Frame; asked: AskedCut }) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const dossier = frame.dossier.key
  const { recommendation, milestone, waivers, note } = gate
  const passed = milestone.occurred !== null
  const facts: readonly Fact[] = [
    {
      key: 'recommendation',
      term: t.linkage.gateRecommendation,
      text: (
        <>
          <a href={buildPlace(dossier, asked, `recommendations/${recommendation.ref}`)}>
            <Text>{recommendation.title}</Text>
          </a>{' '}
          <span className="ref">{recommendation.ref}</span>
          <span className="tiny quiet line">
            <Text>{recommendation.area.title}</Text>
          </span>
        </>
      ),
    },
    {
      key: 'step',
      term: t.linkage.gateStep,
      text: (
        <>
          <a href={buildPlace(dossier, asked, `milestones/${milestone.key}`)}>
            <Text>{getStepTitle(words, milestone, frame)}</Text>
          </a>
          <span className="tiny quiet line">{formatStepDate(words, milestone)}</span>
        </>
      ),
    },
    { key: 'role', term: t.linkage.gateRole, text: formatRole(words, gate) },
    { key: 'state', term: t.linkage.gateState, text: <GateWord gate={gate} /> },
    {
      key: 'at',
      term: t.linkage.gateAt,
      text: (passed ? t.linkage.gateAtPassed : t.linkage.gateAtShown)(formatDate(gate.at)),
    },
    {
      key: 'standing',
      term: t.linkage.gateStanding,
      text: (
        <>
          <StandingWord standing={gate.standingAt} />
          {gate.assessed !== null && (
            <span className="small quiet line">{t.gate.foundOn(formatDate(gate.assessed))}</span>
          )}
          <span className="small line">
            <a
              href={buildPlace(dossier, { ...asked, asOf: gate.at }, `recommendations/${recommendation.ref}`)}
            >
              {t.linkage.gateStandingLink}
            </a>
          </span>
        </>
      ),
    },
    ...(passed && frame.cut.asOf > gate.at
      ? [{ key: 'now', term: t.linkage.gateNow, text: formatNow(words, gate, frame.cut.asOf) }]
      : []),
    {
      key: 'rests',
      term: t.linkage.gateRests,
      text:
        gate.commitments.length === 0 ? (
          <span className="quiet">{t.linkage.gateRestsNone}</span>
        ) : (
          <Statements gate={gate} dossier={dossier} asked={asked} />
        ),
    },
    ...(waivers.length === 0
      ? []
      : [
          {
            key: 'waivers',
            term: t.linkage.gateWaivers,
            text: <Waivers waivers={waivers} dossier={dossier} asked={asked} />,
          },
        ]),
    ...(note === null ? [] : [{ key: 'note', term: t.linkage.gateNote, text: <Text>{note}</Text> }]),
  ]
  return <Facts facts={facts} />
}

const formatNow = (words: Words, { standingNow, since }: GateView, asOf: string): string =>
  words.t.linkage.gateNowIs(
    words.lowerFirst(words.getStandingWord(standingNow)),
    words.formatDate(asOf),
    since === null ? null : words.t.gate.since[since],
  )

/** The statements of a link word by word, each with its source and the place in it. */
function Statements({ gate, dossier, asked }: { gate: GateView; dossier: string; asked: AskedCut }) {
  const { formatDate } = useWords()
  return (
    <ul className="lines">
      {gate.commitments.map(({ key, actor, date, summary, source, locator }) => (
        <li key={key}>
          <span className="serif">
            <Text>{summary}</Text>
          </span>
          <span className="small line">
            <Text>{actor}</Text>, {formatDate(date)}
          </span>
          <span className="tiny quiet line">
            <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
          </span>
        </li>
      ))}
    </ul>
  )
}
