import { gateStates } from '@waymark/linkage/gate'
import { formatDay, parseDay } from './days.ts'
import { milestoneKey, refOf } from './make-structure.ts'
import type { PublicReader } from './procedures.ts'
import { createDraw } from './random.ts'
import type { Shape } from './shape.ts'

/** One thing that readers ask for: the n-th time they ask, they ask for something else. */
export type Request = {
  readonly name: string
  /** Milliseconds that the median must stay under; null where none was promised. */
  readonly limit: number | null
  readonly call: (reader: PublicReader, n: number) => Promise<unknown>
  /** The address at which a browser or a program gets it. */
  readonly address: (n: number) => string | null
}

const dossier = 'synthetic'
const [first, last] = [parseDay('2011-01-01'), parseDay('2025-12-31')]
const subjects = ['lawyers', 'prisons', 'libel', 'elections', 'broadcasting', 'labour']
const standings = ['none', 'limited', 'some', 'substantial', 'full', 'contrary', 'unknown'] as const

/** What the figures are about. Dates, filters and references change with every request, so that no answer is asked for twice. */
export function listRequests(shape: Shape): readonly Request[] {
  const draw = (name: string, n: number) => createDraw(`${shape.seed}/request/${name}/${n}`)
  const past = (n: number) => formatDay(draw('past', n).between(first, last))
  const area = (n: number) => `area-${(n % shape.areas) + 1}`
  const standing = (n: number) => draw('standing', n).pick(standings)
  const words = (n: number) => `${draw('words', n).pick(subjects)} ${n % 100}`
  const ref = (n: number) => refOf(draw('ref', n).between(0, shape.recommendations - 1))
  const milestone = (n: number) => milestoneKey(draw('milestone', n).between(0, shape.milestones - 1))
  const two = (n: number): readonly [string, string] => {
    const [from = '', to = ''] = [past(n), formatDay(draw('other', n).between(first, last))].sort()
    return [from, to]
  }
  const late = (n: number) => formatDay(draw('late', n).between(parseDay('2019-01-01'), last))
  const twoYears = (n: number) => {
    const year = 2011 + (n % 13)
    return { from: `${year}-07`, to: `${year + 2}-06` }
  }
  const page = (n: number) => (n % 50) + 1
  const gateState = (n: number) => draw('state', n).pick(gateStates)
  return [
    {
      name: 'register: area and standing',
      limit: 60,
      call: (reader, n) =>
        reader.recommendation.list({ dossier, asOf: late(n), area: area(n), standing: standing(n) }),
      address: (n) => `/${dossier}/recommendations?asOf=${late(n)}&area=${area(n)}&standing=${standing(n)}`,
    },
    {
      name: 'register: text',
      limit: 60,
      call: (reader, n) => reader.recommendation.list({ dossier, asOf: late(n), q: words(n) }),
      address: (n) => `/${dossier}/recommendations?asOf=${late(n)}&q=${encodeURIComponent(words(n))}`,
    },
    {
      name: 'register: by line',
      limit: 150,
      call: (reader, n) => reader.recommendation.list({ dossier, asOf: late(n), by: 'line' }),
      address: (n) => `/${dossier}/recommendations?asOf=${late(n)}&by=line`,
    },
    {
      name: 'one recommendation',
      limit: 60,
      call: (reader, n) => reader.recommendation.get({ dossier, asOf: late(n), ref: ref(n) }),
      address: (n) => `/${dossier}/recommendations/${ref(n)}?asOf=${late(n)}`,
    },
    {
      name: 'scorecard today',
      limit: 60,
      call: (reader) => reader.score.get({ dossier }),
      address: () => `/${dossier}.json`,
    },
    {
      name: 'scorecard at a past date',
      limit: 60,
      call: (reader, n) => reader.score.get({ dossier, asOf: past(n) }),
      address: (n) => `/${dossier}.json?asOf=${past(n)}`,
    },
    {
      name: 'scorecard page (overview)',
      limit: null,
      call: (reader, n) => reader.score.overview({ dossier, asOf: past(n) }),
      address: (n) => `/${dossier}?asOf=${past(n)}`,
    },
    {
      name: 'what changed',
      limit: 150,
      call: (reader, n) => {
        const [from, to] = two(n)
        return reader.change.list({ dossier, from, to })
      },
      address: (n) => `/${dossier}/changes?from=${two(n)[0]}&to=${two(n)[1]}`,
    },
    {
      name: 'what changed on record',
      limit: null,
      call: (reader, n) => {
        const [from, to] = two(n)
        return reader.change.list({ dossier, clock: 'recorded', from, to, asOf: past(n) })
      },
      address: (n) => `/${dossier}/changes?clock=recorded&from=${two(n)[0]}&to=${two(n)[1]}&asOf=${past(n)}`,
    },
    {
      name: 'areas over time',
      limit: 150,
      call: (reader, n) => reader.score.areas({ dossier, asOf: late(n) }),
      address: (n) => `/${dossier}/areas?asOf=${late(n)}`,
    },
    {
      name: 'index over time',
      limit: 150,
      call: (reader, n) => reader.score.series({ dossier, asOf: late(n) }),
      address: (n) => `/${dossier}/method?asOf=${late(n)}`,
    },
    {
      name: 'one milestone',
      limit: null,
      call: (reader, n) => reader.milestone.get({ dossier, asOf: late(n), key: milestone(n) }),
      address: (n) => `/${dossier}/milestones/${milestone(n)}?asOf=${late(n)}`,
    },
    {
      name: 'rounds and their flow',
      limit: null,
      call: (reader, n) => reader.round.list({ dossier, asOf: late(n) }),
      address: (n) => `/${dossier}/rounds?asOf=${late(n)}`,
    },
    {
      name: 'timeline: the whole',
      limit: 150,
      call: (reader, n) => reader.timeline.get({ dossier, asOf: late(n) }),
      address: (n) => `/${dossier}/timeline?asOf=${late(n)}`,
    },
    {
      name: 'timeline: two years',
      limit: 150,
      call: (reader, n) => reader.timeline.get({ dossier, ...twoYears(n) }),
      address: (n) => {
        const { from, to } = twoYears(n)
        return `/${dossier}/timeline?from=${from}&to=${to}`
      },
    },
    {
      name: 'linkage matrix',
      limit: 150,
      call: (reader, n) => reader.linkage.matrix({ dossier, asOf: past(n), page: page(n) }),
      address: (n) => `/${dossier}/linkage?asOf=${past(n)}&page=${page(n)}`,
    },
    {
      name: 'linkage matrix: area, role',
      limit: 150,
      call: (reader, n) => reader.linkage.matrix({ dossier, asOf: past(n), area: area(n), role: 'required' }),
      address: (n) => `/${dossier}/linkage?asOf=${past(n)}&area=${area(n)}&role=required`,
    },
    {
      name: 'linkage matrix: state',
      limit: 150,
      call: (reader, n) => reader.linkage.matrix({ dossier, asOf: past(n), state: gateState(n) }),
      address: (n) => `/${dossier}/linkage?asOf=${past(n)}&state=${gateState(n)}`,
    },
    {
      name: 'linkage list',
      limit: 150,
      call: (reader, n) => reader.linkage.list({ dossier, asOf: late(n), page: page(n) }),
      address: (n) => `/${dossier}/linkage?view=list&asOf=${late(n)}&page=${page(n)}`,
    },
    {
      name: 'one gate',
      limit: 150,
      call: (reader, n) => reader.linkage.list({ dossier, asOf: late(n), recommendation: ref(n) }),
      address: (n) => `/${dossier}/linkage?view=list&asOf=${late(n)}&recommendation=${ref(n)}`,
    },
    {
      name: 'leverage list',
      limit: 150,
      call: (reader, n) => reader.linkage.leverage({ dossier, asOf: late(n) }),
      address: (n) => `/${dossier}/leverage?asOf=${late(n)}`,
    },
    {
      name: 'EU consistency record',
      limit: null,
      call: (reader, n) => reader.linkage.consistency({ dossier, asOf: late(n) }),
      address: (n) => `/${dossier}/consistency?asOf=${late(n)}`,
    },
  ]
}
