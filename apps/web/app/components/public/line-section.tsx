import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import { type AskedCut, buildPlace } from './address.ts'
import { t } from './messages.ts'
import { isPast } from './public-page.tsx'
import { formatDate } from './words.ts'

type Ask = RecommendationDetail['line'][number]
const words = t.line

/** The line that the recommendation stands in, and the dialogue rounds at which anything on it was taken up. */
export function LineSection({ view, asked }: { view: RecommendationDetail; asked: AskedCut }) {
  const { frame, line, roundsAsked, ref } = view
  const place = (path: string) => buildPlace(frame.dossier.key, asked, path)
  const since = formatDate(line[0]?.issued ?? view.issued)
  const columns: readonly Column<Ask>[] = [
    { key: 'issued', header: words.issued, nowrap: true, cell: ({ issued }) => formatDate(issued) },
    {
      key: 'ask',
      header: words.ask,
      cell: (ask) => (
        <>
          <span className="ref">{ask.ref}</span>{' '}
          {ask.ref === ref ? (
            <b>{ask.title}</b>
          ) : (
            <a href={place(`recommendations/${ask.ref}`)}>{ask.title}</a>
          )}
          {(ask.ref === ref || ask.left !== null) && (
            <span className="tiny quiet line">
              {[ask.ref === ref ? words.here : '', ask.left === null ? '' : words.left]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'link',
      header: words.link,
      narrowLabel: words.link,
      quiet: true,
      cell: ({ links }) =>
        links.length === 0
          ? words.first
          : links
              .map(({ kind, ref: earlier }) => `${t.recommendation.lineageWords.earlier[kind]} ${earlier}`)
              .join(', '),
    },
  ]
  return (
    <Section id="line" title={words.title} note={words.help}>
      <p>
        {words.asked(roundsAsked.length, since)}
        {roundsAsked.map(({ key, title, date }, index) => (
          <span key={key}>
            {index === 0 ? ' ' : '; '}
            <a href={`${place('rounds')}#${key}`}>{title}</a>, {formatDate(date)}
          </span>
        ))}
        {roundsAsked.length > 0 && '.'}
      </p>
      {line.length > 1 ? (
        <DataTable
          caption={words.caption(line.length)}
          columns={columns}
          rows={line}
          getKey={(ask) => ask.ref}
        />
      ) : (
        <p className="quiet">{words.none(isPast(frame))}</p>
      )}
    </Section>
  )
}
