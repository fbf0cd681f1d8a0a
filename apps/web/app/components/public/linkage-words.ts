import type { linkageMatrix } from '@waymark/api/features/linkage/linkage.view'
import type { MatrixCell } from '@waymark/ui/linkage-matrix'
import type { z } from 'zod'
import type { AskedCut, Parameters } from './address.ts'
import { formatRole } from './gate-parts.tsx'
import type { Words } from './words.ts'

export type LinkageMatrixView = z.infer<typeof linkageMatrix>
type Cell = LinkageMatrixView['rows'][number]['cells'][number]

/** What can be asked of the linkage page beside the cut. The form is `matrix` unless it says `list`. */
export type LinkageFilter = {
  readonly view?: 'matrix' | 'list' | undefined
  readonly group?: 'milestone' | 'area' | undefined
  readonly area?: string | undefined
  readonly track?: string | undefined
  readonly role?: string | undefined
  readonly state?: string | undefined
  readonly side?: 'partner' | 'eu' | 'other' | undefined
  readonly milestone?: string | undefined
  readonly recommendation?: string | undefined
  readonly commitment?: string | undefined
  readonly actor?: string | undefined
  readonly rests?: 'nothing' | undefined
}

/** The filters alone, in the order in which addresses name them. */
export const getFilters = (asked: LinkageFilter): Parameters => {
  const { area, track, role, state, side, milestone, recommendation, commitment, actor, rests } = asked
  return { area, track, role, state, side, milestone, recommendation, commitment, actor, rests }
}

/** The address of the list with exactly the gates of a filter. */
export const buildListHref = (
  words: Words,
  dossier: string,
  asked: AskedCut,
  filter: LinkageFilter,
): string => words.buildPlace(dossier, asked, 'linkage', { view: 'list', ...getFilters(filter) })

/** The address of one gate: what had to be reached, on whose word, and the finding it was judged by. */
export const buildGateHref = (
  words: Words,
  dossier: string,
  asked: AskedCut,
  gate: { readonly recommendation: string; readonly milestone: string },
): string => buildListHref(words, dossier, asked, gate)

/** What a cell says, on the public matrix and on the desk's. */
type MatrixWords = Pick<Words, 'getGateWord' | 'getLevelWord' | 'getStandingWord' | 'lowerFirst'> & {
  readonly t: Pick<Words['t'], 'gate' | 'linkage'>
}

/** A gate as a cell of the matrix: the short word with the sign of what came since, and the whole of it as a sentence. */
export function buildMatrixCell(words: MatrixWords, cell: Cell, href: string): MatrixCell {
  const { getGateWord, getLevelWord, getStandingWord, lowerFirst, t } = words
  const standing = lowerFirst(getStandingWord(cell.standingAt))
  const level = cell.required === null ? null : lowerFirst(getLevelWord(cell.required))
  if (cell.role !== 'required')
    return {
      kind: 'listed',
      href,
      name: t.linkage.cellListed(formatRole(words, cell), standing),
      word: formatRole(words, cell),
    }
  const word = getGateWord(cell.state)
  const isAhead = ['met', 'unmet', 'unknown'].includes(cell.state)
  return {
    kind: 'gate',
    state: cell.state,
    href,
    short: [
      t.linkage.shortStates[cell.state],
      ...(cell.since === null ? [] : [t.linkage.sinceSigns[cell.since]]),
    ].join(' '),
    name: isAhead
      ? t.linkage.cellAhead(word, level, standing)
      : t.linkage.cell(word, level, standing, cell.since === null ? null : t.gate.since[cell.since]),
    word: lowerFirst(word),
  }
}
