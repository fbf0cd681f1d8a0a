import { levels } from '@waymark/assessment/level'
import {
  type DistributionCounts,
  type DistributionKey,
  distributionOrder,
  getDistributionTotal,
} from './distribution.tsx'
import { type Drawing, Drawn, draw } from './drawing.tsx'
import { Mark, type MarkId } from './marks.tsx'

/** Up to this many, a wide page shows all of them in one line of large squares. */
const lineLimit = 40

/**
 * The headline strip: every recommendation of the dossier, one square each, and the key with the counts.
 *
 * @param label the whole distribution as a sentence; the drawing's name
 * @param words the word of each place, "Going backwards" … "No current finding"
 */
export function Strip({
  counts,
  label,
  words,
}: {
  counts: DistributionCounts
  label: string
  words: Readonly<Record<DistributionKey, string>>
}) {
  const progress = levels.flatMap((level) => repeat(cells[level], counts[level]))
  return (
    <figure className={getDistributionTotal(counts) <= lineLimit ? 'strip few' : 'strip'}>
      <div className="units" role="img" aria-label={label}>
        {counts.contrary > 0 && (
          <Drawn as="span" className="a" parts={repeat(cells.contrary, counts.contrary)} />
        )}
        {progress.length > 0 && <Drawn as="span" parts={progress} />}
        {counts.unknown > 0 && <Drawn as="span" parts={repeat(cells.unknown, counts.unknown)} />}
      </div>
      <figcaption>
        <ul className="key">
          {distributionOrder.map((key) => (
            <li key={key} className={counts[key] === 0 ? 'zero' : undefined}>
              <Mark id={key} />
              <b>{counts[key]}</b>
              <span>{words[key]}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

const drawCell = (id: MarkId): Drawing =>
  draw('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, draw('use', { href: `#m-${id}` }))

const cells = Object.fromEntries(distributionOrder.map((key) => [key, drawCell(key)])) as Readonly<
  Record<DistributionKey, Drawing>
>

const repeat = (cell: Drawing, times: number): Drawing[] => Array.from({ length: times }, () => cell)
