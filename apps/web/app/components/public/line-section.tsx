import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import { isPast } from './public-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

type Ask = RecommendationDetail['line'][number]
/** The line that the recommendation stands in, and the dialogue rounds at which anything on it was taken up. */
export function LineSection({ view, asked }: { view: RecommendationDetail; asked: AskedCut }) {
  const { buildPlace, formatDate, t } = useWords()
  const copy = t.line
  const { frame, line, roundsAsked, ref } = view
  const place = (path: string) => buildPlace(frame.dossier.key, asked, path)
  const since = formatDate(line[0]?.issued ?? view.issued)
  const columns: readonly Column<Ask>[] = [
    { key: 'issued', header: copy.issued, nowrap: true, cell: ({ issued }) => formatDate(issued) },
    {
      key: 'ask',
      header: copy.ask,
      cell: (ask) => (
        <>
          <span className="ref">{ask.ref}</span>{' '}
          {ask.ref === ref ? (
            <b>
              <Text>{ask.title}</Text>
            </b>
          ) : (
            <a href={place(`recommendations/${ask.ref}`)}>
              <Text>{ask.title}</Text>
            </a>
          )}
          {(ask.ref === ref || ask.left !== null) && (
            <span className="tiny quiet line">
              {[ask.ref === ref ? copy.here : '', ask.left === null ? '' : copy.left]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'link',
      header: copy.link,
      narrowLabel: copy.link,
      quiet: true,
      cell: ({ links }) =>
        links.length === 0
          ? copy.first
          : links
              .map(({ kind, ref: earlier }) => `${t.recommendation.lineageWords.earlier[kind]} ${earlier}`)
              .join(', '),
    },
  ]
  return (
    <Section id="line" title={copy.title} note={copy.help}>
      <p>
        {copy.asked(roundsAsked.length, since)}
        {roundsAsked.map(({ key, title, date }, index) => (
          <span key={key}>
            {index === 0 ? ' ' : '; '}
            <a href={`${place('rounds')}#${key}`}>
              <Text>{title}</Text>
            </a>
            , {formatDate(date)}
          </span>
        ))}
        {roundsAsked.length > 0 && '.'}
      </p>
      {line.length > 1 ? (
        <DataTable
          caption={copy.caption(line.length)}
          columns={columns}
          rows={line}
          getKey={(ask) => ask.ref}
        />
      ) : (
        <p className="quiet">{copy.none(isPast(frame))}</p>
      )}
    </Section>
  )
}
