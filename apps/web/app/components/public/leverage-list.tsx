import type { Frame } from '@waymark/api/common/frame.view'
import type { LeverageLine } from '@waymark/api/features/linkage/linkage.view'
import { Mark } from '@waymark/ui/marks'
import { type AskedCut, getCut } from './address.ts'
import { formatGateCounts, formatStepDate } from './gate-parts.tsx'
import { buildListHref } from './linkage-words.ts'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import { getStandingMark } from './words.ts'

type ListProps = {
  readonly lines: readonly LeverageLine[]
  readonly frame: Frame
  readonly asked: AskedCut
}

/** Steps ahead, by date, with the required conditions that are not met: how each stands and where it has to come. */
export function LeverageList({ lines, frame, asked }: ListProps) {
  const words = useWords()
  const { buildPlace, t } = words
  const cut = getCut(asked)
  return lines.map((line, index) => {
    const { milestone, overdue, gates } = line
    return (
      <div key={milestone.key} className={index === 0 ? undefined : 'gap-top'}>
        <h3>
          <a href={buildPlace(frame.dossier.key, cut, `milestones/${milestone.key}`)}>
            <Text>{getStepTitle(words, milestone, frame)}</Text>
          </a>
        </h3>
        <p className="small quiet">
          {formatStepDate(words, milestone)}
          {overdue && <>, {t.leverage.overdue}</>} · {formatGateCounts(words, milestone)}
        </p>
        {gates.length > 0 && (
          <ol className="lev">
            {gates.map((gate) => (
              <OpenGate key={gate.ref} gate={gate} dossier={frame.dossier.key} asked={cut} />
            ))}
          </ol>
        )}
        <Rest line={line} dossier={frame.dossier.key} asked={cut} />
      </div>
    )
  })
}

function OpenGate({
  gate: { ref, title, standing, required },
  dossier,
  asked,
}: {
  gate: LeverageLine['gates'][number]
  dossier: string
  asked: AskedCut
}) {
  const { buildPlace, getLevelWord, getStandingWord, lowerFirst, t } = useWords()
  return (
    <li>
      <Mark id={getStandingMark(standing)} />
      <span>
        <a href={buildPlace(dossier, asked, `recommendations/${ref}`)}>
          <Text>{title}</Text>
        </a>{' '}
        <span className="ref">{ref}</span>
      </span>
      <span className="to">
        {lowerFirst(getStandingWord(standing))}
        {required !== null && (
          <>
            {' '}
            <span aria-hidden="true">→</span>
            <span className="vh">{t.linkage.hasToReach}</span> {lowerFirst(getLevelWord(required))}
          </>
        )}
      </span>
    </li>
  )
}

/** What a line does not show, with the way to all of it. */
function Rest({
  line: { milestone, unmet, unknown, gates },
  dossier,
  asked,
}: {
  line: LeverageLine
  dossier: string
  asked: AskedCut
}) {
  const words = useWords()
  const { t } = words
  const more = unmet + unknown - gates.length
  if (more === 0) return null
  const open = (state: 'unmet' | 'unknown') =>
    buildListHref(words, dossier, asked, {
      milestone: milestone.key,
      role: 'required',
      side: 'partner',
      state,
    })
  return (
    <p className="small gap-s">
      {t.leverage.more(more)} {unmet > 0 && <a href={open('unmet')}>{t.leverage.unmet(unmet)}</a>}
      {unmet > 0 && unknown > 0 && ' · '}
      {unknown > 0 && <a href={open('unknown')}>{t.leverage.unknown(unknown)}</a>}
    </p>
  )
}
