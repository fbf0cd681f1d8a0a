import { formatPartialDate } from '../dates.ts'
import type { Findings, Headline } from '../headline.ts'
import { en } from '../vocabulary/en.ts'

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Numbers up to ten in words. */
const count = (n: number): string => words[n] ?? String(n)

const capitalise = (s: string) => s.charAt(0).toUpperCase() + s.slice(1)

export function buildEnglish(findings: Findings): Headline {
  const { asOf, isPast, applicable, contrary, unknown } = findings
  const on = `On ${formatPartialDate(asOf, 'en')},`
  const be = (n: number) => (isPast ? (n < 2 ? 'was' : 'were') : n < 2 ? 'is' : 'are')
  if (applicable === 0) return { headline: `${on} there ${be(1)} no recommendation to count.`, lead: '' }
  const all = applicable === 1 ? 'the one recommendation' : `any of ${count(applicable)} recommendations`
  if (unknown === applicable)
    return { headline: `${on} there ${be(1)} no current finding for ${all}.`, lead: '' }

  const backwards = `${capitalise(count(contrary))} ${be(contrary)} going backwards.`
  const known =
    unknown === 0
      ? 'For every one there is a current finding.'
      : `For ${count(unknown)} there is no current finding.`
  return {
    headline: `${on} ${formatFull(findings, be)} ${backwards}`,
    lead: [known, formatFurthest(findings)].filter((s) => s !== '').join(' '),
  }
}

function formatFull({ full, applicable }: Findings, be: (n: number) => string): string {
  if (applicable === 1) return `the one recommendation ${be(1)} ${full === 1 ? '' : 'not '}fully implemented.`
  if (full === applicable) return `all ${count(full)} recommendations ${be(full)} fully implemented.`
  return `${count(full)} of ${count(applicable)} recommendations ${be(full)} fully implemented.`
}

function formatFurthest({ furthest, isPast }: Findings): string {
  if (furthest === null) return ''
  if (furthest.level === 'none') return `None ${isPast ? 'had' : 'has'} made any progress.`
  const label = en.levels[furthest.level].label.toLowerCase()
  return `The furthest any ${isPast ? 'had come was' : 'has come is'} ${label}: ${count(furthest.count)}.`
}
