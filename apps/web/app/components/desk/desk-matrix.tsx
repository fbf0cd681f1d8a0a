import type { linkageMatrix } from '@waymark/api/features/linkage/linkage.view'
import { gateStates } from '@waymark/linkage/gate'
import { linkageRoles } from '@waymark/linkage/linkage'
import { SelectField } from '@waymark/ui/field'
import { GateLegend } from '@waymark/ui/gate-row'
import { LinkageMatrix } from '@waymark/ui/linkage-matrix'
import type { z } from 'zod'
import { buildMatrixCell } from '../public/linkage-words.ts'
import type { DeskWords } from './desk-words.ts'
import { formatMilestoneDate, formatRequired } from './milestone-words.ts'
import { PageForm } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

export type DeskMatrixView = z.infer<typeof linkageMatrix>
export type MatrixFilter = Readonly<Partial<Record<'area' | 'track' | 'role' | 'state', string>>>

const buildNamed = ({ t }: DeskWords, items: readonly { readonly key: string; readonly title: string }[]) => [
  { value: '', label: t.linkage.matrix.any },
  ...items.map(({ key, title }) => ({ value: key, label: title })),
]

/** Which links the matrix shows. A plain form whose fields are the address. */
export function MatrixFilters({ view, filter }: { view: DeskMatrixView; filter: MatrixFilter }) {
  const words = useDeskWords()
  const { getGateWord, getRoleOfLinkWord, t } = words
  const copy = t.linkage.matrix
  const fields = {
    area: buildNamed(words, view.areas),
    track: buildNamed(words, view.tracks),
    role: buildNamed(
      words,
      linkageRoles.map((key) => ({ key, title: getRoleOfLinkWord(key) })),
    ),
    state: buildNamed(
      words,
      gateStates.map((key) => ({ key, title: getGateWord(key) })),
    ),
  }
  return (
    <div className="filters flush">
      <PageForm
        method="get"
        action={`/desk/${view.frame.dossier.key}/linkage`}
        aria-label={copy.filter}
        key={JSON.stringify(filter)}
      >
        {(['area', 'track', 'role', 'state'] as const).map((name) => (
          <SelectField
            key={name}
            id={name}
            name={name}
            label={copy[name]}
            options={fields[name]}
            defaultValue={filter[name] ?? ''}
          />
        ))}
        <button type="submit">{copy.apply}</button>
      </PageForm>
    </div>
  )
}

/** A page of the matrix; each cell leads to the page of its link, where it is corrected, ended or waived. */
export function DeskMatrix({
  view: { frame, columns, rows },
  caption,
}: {
  view: DeskMatrixView
  caption: string
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.linkage.matrix
  const base = words.localise(`/desk/${frame.dossier.key}`)
  const groups = Map.groupBy(rows, ({ area }) => area.key)
  // The words of the public matrix: readers see the same cells.
  const cellWords = {
    ...words,
    t: t.gates,
    getStandingWord: (standing: Parameters<typeof words.getStandingWord>[0]) =>
      words.getStandingWord(standing).word,
  }
  return (
    <>
      <GateLegend words={words.vocabulary.gateStates} />
      <LinkageMatrix
        columns={columns.map((step) => ({
          key: step.key,
          title: step.title,
          href: `${base}/milestones/${step.key}`,
          date: formatMilestoneDate(words, step),
          foot: formatRequired(words, step.required) ?? t.linkage.milestones.noGates,
        }))}
        groups={[...groups].map(([key, own]) => ({
          key,
          title: own[0]?.area.title ?? key,
          rows: own.map(({ ref, title, cells }) => ({
            key: ref,
            ref,
            title,
            href: `${base}/recommendations/${ref}`,
            cells: Object.fromEntries(
              cells.map((cell) => [
                cell.milestone,
                buildMatrixCell(cellWords, cell, `${base}/milestones/${cell.milestone}/links/${ref}`),
              ]),
            ),
          })),
        }))}
        words={{ caption, recommendation: copy.recommendation, foot: copy.foot }}
      />
    </>
  )
}
