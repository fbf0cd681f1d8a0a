import { getIndexLabel } from '../../components/public/area-rows.tsx'
import type { EditionDetail } from '../../components/public/edition-page.tsx'
import type { Words } from '../../components/public/words.ts'
import { gap, stack } from '../block.tsx'
import { buildKey, buildUnits, listKeyEntries } from '../figures.tsx'
import type { Picture } from '../picture.ts'
import { buildText } from '../sheet.tsx'
import { figureStyles } from './styles.ts'

/** One edition: its title, its overall figures as they were frozen, and its hash. */
export function buildEditionPicture(words: Words, { frame, edition, figures }: EditionDetail): Picture {
  const { formatDistribution, formatInstantWords, getDistributionWords, t } = words
  const overall = figures.find(({ scope }) => scope === 'overall')
  const hash = `SHA-256 ${edition.manifestSha256}`
  const index = overall === undefined ? '' : `${getIndexLabel(words, overall.index)}. `
  return {
    frame,
    place: `editions/${edition.id}`,
    over: `${t.editions.edition} ${edition.id} · ${formatInstantWords(edition.issuedAt)}`,
    title: edition.title,
    text: `${overall === undefined ? '' : `${formatDistribution(overall.distribution)}. `}${index}${hash}`,
    figure: (sheet, { width, shape }) => {
      const { square, count, word, scale } = figureStyles[shape]
      return stack([
        ...(overall === undefined
          ? []
          : [
              buildUnits(sheet, overall.distribution, width, square),
              gap(square * 0.6),
              buildKey(sheet, listKeyEntries(overall.distribution, getDistributionWords()), width, {
                count,
                word,
              }),
              gap(16),
            ]),
        buildText(sheet, hash, scale, width, 1),
      ])
    },
  }
}
