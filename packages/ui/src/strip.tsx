import { levels } from '@waymark/assessment/level'
import {
  type DistributionCounts,
  type DistributionKey,
  distributionOrder,
  getDistributionTotal,
} from './distribution.tsx'
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
  const progress = levels.flatMap((level) => repeat(level, counts[level]))
  return (
    <figure className={getDistributionTotal(counts) <= lineLimit ? 'strip few' : 'strip'}>
      <div className="units" role="img" aria-label={label}>
        {counts.contrary > 0 && <span className="a">{repeat('contrary', counts.contrary).map(getCell)}</span>}
        {progress.length > 0 && <span>{progress.map(getCell)}</span>}
        {counts.unknown > 0 && <span>{repeat('unknown', counts.unknown).map(getCell)}</span>}
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

function repeat(id: MarkId, times: number): MarkId[] {
  return Array.from({ length: times }, () => id)
}

function getCell(id: MarkId, index: number) {
  return (
    <svg key={`${id}-${index}`} viewBox="0 0 20 20" aria-hidden="true">
      <use href={`#m-${id}`} />
    </svg>
  )
}
