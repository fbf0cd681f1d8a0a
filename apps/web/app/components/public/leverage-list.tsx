import type { Frame } from '@waymark/api/common/frame.view'
import { Mark } from '@waymark/ui/marks'
import { type AskedCut, buildPlace } from './address.ts'
import { formatGateCounts, formatStepDate } from './gate-parts.tsx'
import type { LinkageList } from './linkage-page.tsx'
import { t } from './messages.ts'
import { getStepTitle } from './step-title.ts'
import { getLevelWord, getStandingMark, getStandingWord, lowerFirst } from './words.ts'

/** Steps ahead, by date, with the required conditions that are not met: how each stands and where it has to come. */
export function LeverageList({
  leverage,
  frame,
  asked,
}: {
  leverage: LinkageList['leverage']
  frame: Frame
  asked: AskedCut
}) {
  return leverage.map(({ milestone, gates }, index) => (
    <div key={milestone.key} className={index === 0 ? undefined : 'gap-top'}>
      <h3>
        <a href={buildPlace(frame.dossier.key, asked, `milestones/${milestone.key}`)}>
          {getStepTitle(milestone, frame)}
        </a>
      </h3>
      <p className="small quiet">
        {formatStepDate(milestone)} · {formatGateCounts(milestone)}
      </p>
      <ol className="lev">
        {gates.map(({ recommendation: { ref, title }, standingAt, required }) => (
          <li key={ref}>
            <Mark id={getStandingMark(standingAt)} />
            <span>
              <a href={buildPlace(frame.dossier.key, asked, `recommendations/${ref}`)}>{title}</a>{' '}
              <span className="ref">{ref}</span>
            </span>
            <span className="to">
              {lowerFirst(getStandingWord(standingAt))}
              {required !== null && (
                <>
                  {' '}
                  <span aria-hidden="true">→</span>
                  <span className="vh">{t.linkage.hasToReach}</span> {lowerFirst(getLevelWord(required))}
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  ))
}
