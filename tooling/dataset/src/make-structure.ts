import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { addMonths } from '@waymark/kernel/partial-date'
import { milestoneKinds } from '@waymark/linkage/linkage'
import type { Recommendation } from '@waymark/recommendation/recommendation'
import { formatDay, formatPartial, parseDay } from './days.ts'
import { createDraw } from './random.ts'
import type { Shape } from './shape.ts'

/** Recommendations are issued from the first of these days to the second; the oldest have the longest history. */
const [firstIssued, lastIssued] = [parseDay('2008-01-15'), parseDay('2016-12-15')]
/** Milestones lie from the first of these days to the third; those before the second have occurred. */
const [firstStep, presentDay, lastStep] = [
  parseDay('2010-03-01'),
  parseDay('2025-01-15'),
  parseDay('2031-06-30'),
]

export const actors: DossierFile['actors'] = [
  { key: 'eu-council', name: 'Invented EU council', kind: 'eu-institution' },
  { key: 'eu-parliament', name: 'Invented EU parliament', kind: 'eu-institution' },
  { key: 'ministry', name: 'Invented ministry', kind: 'state-body' },
  { key: 'assembly', name: 'Invented assembly', kind: 'state-body' },
  { key: 'high-court', name: 'Invented high court', kind: 'court' },
  { key: 'monitor', name: 'Invented monitoring organisation', kind: 'ngo' },
  { key: 'un-body', name: 'Invented UN body', kind: 'un-body' },
  { key: 'broadcaster', name: 'Invented broadcaster', kind: 'media' },
]

export const rounds = 12
export const commitments = 20
export const sourceKey = (i: number, { sources }: Shape): string => `source-${(i % sources) + 1}`
export const refOf = (i: number): string => `XX-${String(i + 1).padStart(5, '0')}`
export const milestoneKey = (m: number): string => `milestone-${String(m + 1).padStart(2, '0')}`

export function* listSources({ seed, sources }: Shape): Generator<DossierFile['sources'][number]> {
  for (let i = 0; i < sources; i++) {
    const draw = createDraw(`${seed}/source/${i}`)
    const date = formatPartial(draw.between(firstIssued, presentDay - 400), draw)
    const key = `source-${i + 1}`
    yield {
      key,
      title: `Invented report ${i + 1}`,
      publisher: 'Invented publisher',
      kind: 'synthetic',
      date,
      url: `https://example.org/${key}`,
      language: draw.pick(['en', 'ru', 'kk']),
    }
  }
}

export function* listAreas({ areas }: Shape): Generator<DossierFile['areas'][number]> {
  for (let i = 0; i < areas; i++)
    yield {
      key: `area-${i + 1}`,
      title: `Invented area ${i + 1}`,
      summary: 'Plainly invented.',
      order: i + 1,
    }
}

export function* listRounds(shape: Shape): Generator<DossierFile['rounds'][number]> {
  for (let i = 0; i < rounds; i++) {
    const date = addMonths('2010-11-15', 14 * i)
    yield {
      key: `round-${i + 1}`,
      title: `Invented round ${i + 1}`,
      date,
      place: 'Invented place',
      source: sourceKey(i, shape),
    }
  }
}

export function* listCommitments(shape: Shape): Generator<DossierFile['commitments'][number]> {
  for (let i = 0; i < commitments; i++) {
    const date = addMonths('2009-02-10', 7 * i)
    const actor = i % 2 === 0 ? 'eu-council' : 'eu-parliament'
    yield {
      key: `commitment-${i + 1}`,
      actor,
      date,
      summary: `Invented statement ${i + 1} that ties relations to reform.`,
      source: sourceKey(i + 31, shape),
      locator: `paragraph ${i + 1}`,
    }
  }
}

export const tracks: DossierFile['tracks'] = [
  { key: 'first-agreement', title: 'Invented first agreement' },
  { key: 'second-agreement', title: 'Invented second agreement' },
]

/** The day around which a milestone lies: evenly spread, so that most have occurred and some lie ahead. */
export const getStep = (m: number, { milestones }: Shape): number =>
  firstStep + Math.floor(((lastStep - firstStep) * m) / Math.max(1, milestones - 1))

export function getMilestone(m: number, shape: Shape): DossierFile['milestones'][number] {
  const draw = createDraw(`${shape.seed}/milestone/${m}`)
  const at = getStep(m, shape)
  const date = formatPartial(at, draw)
  const day =
    at < presentDay && date.slice(0, 4) < formatDay(presentDay).slice(0, 4)
      ? { planned: date.slice(0, 4), occurred: date }
      : { planned: date }
  return {
    key: milestoneKey(m),
    track: m % 3 === 0 ? 'first-agreement' : 'second-agreement',
    kind: draw.pick(milestoneKinds),
    title: `Invented milestone ${m + 1}`,
    ...day,
    source: sourceKey(m + 77, shape),
  }
}

export function* listMilestones(shape: Shape): Generator<DossierFile['milestones'][number]> {
  for (let m = 0; m < shape.milestones; m++) yield getMilestone(m, shape)
}

const addressees = [
  ...Array<string[]>(13).fill(['ministry']),
  ...Array<string[]>(2).fill(['assembly', 'ministry']),
  ['high-court'],
  ...Array<string[]>(3).fill(['eu-council']),
  ['monitor'],
]
const asks = [
  'Repeal the provision on',
  'Publish the figures on',
  'Investigate complaints about',
  'Amend the law on',
  'Train officials in',
]
const subjects = [
  'assemblies',
  'registration',
  'detention',
  'broadcasting',
  'lawyers',
  'libel',
  'prisons',
  'labour unions',
  'elections',
  'complaints',
]

/** The day on which a recommendation was issued: later ones have higher numbers. */
export const getIssued = (i: number, { recommendations }: Shape): number =>
  firstIssued + Math.floor(((lastIssued - firstIssued) * i) / Math.max(1, recommendations))

/** One in ten has two progress steps. */
export const hasSteps = (i: number): boolean => i % 10 === 4

export function* listRecommendations(shape: Shape): Generator<Recommendation> {
  for (let i = 0; i < shape.recommendations; i++) {
    const draw = createDraw(`${shape.seed}/recommendation/${i}`)
    const subject = `${draw.pick(subjects)} in matter ${i + 1}`
    const ask = draw.pick(asks)
    // A later one that follows an earlier one, a year's worth of numbers back; one in eighty takes the other's place.
    const back = i - Math.ceil(shape.recommendations / 8)
    const lineage =
      back >= 0 && draw.chance(0.05)
        ? [{ kind: draw.chance(0.25) ? ('replaces' as const) : ('continues' as const), ref: refOf(back) }]
        : []
    yield {
      ref: refOf(i),
      area: `area-${draw.between(1, shape.areas)}`,
      title: `${ask} ${subject}`,
      text: `The invented state should ${ask.toLowerCase()} ${subject}, and report on it at the next invented round.`,
      basis: draw.chance(0.9) ? 'explicit' : 'implied',
      wording: draw.chance(0.9) ? 'as-issued' : 'paraphrase',
      source: sourceKey(draw.between(0, shape.sources - 1), shape),
      locator: `paragraph ${draw.between(1, 90)}`,
      issued: formatPartial(getIssued(i, shape), draw),
      issuedBy: ['monitor'],
      addressees: [...draw.pick(addressees)],
      criterion: 'The invented text is in force.',
      reviewEveryMonths: draw.pick([12, 12, 18, 24, 36]),
      ...(lineage.length > 0 && { lineage }),
      ...(hasSteps(i) && {
        steps: [
          { key: 'law', kind: 'structure' as const, text: 'The invented law is adopted.' },
          { key: 'practice', kind: 'process' as const, text: 'The invented law is applied.' },
        ],
      }),
    }
  }
}
