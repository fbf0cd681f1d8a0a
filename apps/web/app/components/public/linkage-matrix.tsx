import { LinkageMatrix as Matrix, type MatrixColumn, type MatrixGroup } from '@waymark/ui/linkage-matrix'
import type { AskedCut } from './address.ts'
import { getCut } from './address.ts'
import { formatStepDate, getRequiredTotal } from './gate-parts.tsx'
import { buildGateHref, buildMatrixCell, type LinkageMatrixView } from './linkage-words.ts'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/** A page of the matrix: recommendations under their concern areas, the milestones that carry one of the links. */
export function LinkageMatrix({
  view: { frame, columns, rows },
  asked,
  caption,
}: {
  view: LinkageMatrixView
  asked: AskedCut
  caption: string
}) {
  const words = useWords()
  const { buildPlace, t } = words
  const dossier = frame.dossier.key
  const cut = getCut(asked)
  const steps: MatrixColumn[] = columns.map((step) => ({
    key: step.key,
    title: getStepTitle(words, step, frame),
    href: buildPlace(dossier, cut, `milestones/${step.key}`),
    date: formatStepDate(words, step),
    foot: <Foot step={step} />,
  }))
  const groups = Map.groupBy(rows, ({ area }) => area.key)
  const areas: MatrixGroup[] = [...groups].map(([key, own]) => ({
    key,
    title: <Text>{own[0]?.area.title ?? key}</Text>,
    rows: own.map(({ ref, title, cells }) => ({
      key: ref,
      ref,
      title: <Text>{title}</Text>,
      href: buildPlace(dossier, cut, `recommendations/${ref}`),
      cells: Object.fromEntries(
        cells.map((cell) => [
          cell.milestone,
          buildMatrixCell(
            words,
            cell,
            buildGateHref(words, dossier, cut, { recommendation: ref, milestone: cell.milestone }),
          ),
        ]),
      ),
    })),
  }))
  return (
    <Matrix
      columns={steps}
      groups={areas}
      words={{ caption, recommendation: t.linkage.recommendationHead, foot: t.linkage.foot }}
    />
  )
}

/** All required gates of a step, whatever the filter: the count that its own page tells. */
function Foot({ step: { occurred, required } }: { step: LinkageMatrixView['columns'][number] }) {
  const { t } = useWords()
  if (getRequiredTotal(required) === 0) return t.linkage.footNone
  const said = t.milestones.short(required, occurred !== null)
  return occurred !== null && required.unmet > 0 ? <b className="bad">{said}</b> : said
}
