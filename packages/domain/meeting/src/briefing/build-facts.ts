import { getSectionId, type Section } from './body.ts'
import type { Fact, FactValue } from './fact.ts'
import type { BriefingRecord, MilestoneLine, RecommendationLine } from './record.ts'

type Named = readonly [name: string, row: Fact['row'], value: FactValue]

/**
 * Everything that the record says of the sections of a briefing, in their order; each fact with the row that it is read from. A section
 * of something that is not on record at the cut has none.
 */
export const buildFacts = (
  record: BriefingRecord,
  sections: readonly Pick<Section, 'kind' | 'key'>[],
): Fact[] =>
  sections.flatMap((section) =>
    listNamed(record, section).map(([name, row, value]) => ({
      id: `${getSectionId(section)}/${name}`,
      row,
      value,
    })),
  )

function listNamed(record: BriefingRecord, { kind, key }: Pick<Section, 'kind' | 'key'>): Named[] {
  switch (kind) {
    case 'text':
      return []
    case 'figures':
      return [['figures', { kind: 'dossier', key }, { part: 'figures', ...record.figures }]]
    case 'area':
      return record.areas
        .filter((area) => area.key === key && area.figures !== null)
        .flatMap(({ title, figures }): Named[] =>
          figures === null ? [] : [['area', { kind, key }, { part: 'area', title, ...figures }]],
        )
    case 'recommendation': {
      const found = record.recommendations.find(({ ref }) => ref === key)
      return found === undefined ? [] : listOfRecommendation(record, found)
    }
    case 'case':
      return record.cases
        .filter((one) => one.key === key)
        .map(({ statuses }) => ['case', { kind, key }, { part: 'case', statuses: [...statuses] }])
    case 'statement':
      return record.statements
        .filter((one) => one.key === key)
        .map(({ key: _, ...said }) => [
          'statement',
          { kind: 'commitment', key },
          { part: 'statement', ...said },
        ])
    case 'milestone':
      return record.milestones
        .filter((one) => one.key === key)
        .map(({ key: _, cancelled: __, ...said }) => [
          'milestone',
          { kind, key },
          { part: 'milestone', ...said },
        ])
  }
}

function listOfRecommendation({ since, milestones }: BriefingRecord, one: RecommendationLine): Named[] {
  const row = { kind: 'recommendation', key: one.ref }
  const { finding } = one
  const { title, text, wording, basis, issued, cited } = one
  const milestoneOf = new Map(milestones.map((step) => [step.key, step]))
  return [
    [
      'asked',
      row,
      { part: 'asked', title, text, wording, basis, issued, by: [...one.by], of: [...one.of], cited },
    ],
    ['lineage', row, { part: 'lineage', rounds: [...one.rounds], line: [...one.line] }],
    ...one.uptake.map(({ name, ...said }): Named => [`uptake-${name}`, row, { part: 'uptake', ...said }]),
    [
      'finding',
      row,
      {
        part: 'finding',
        standing: one.standing,
        effective: finding?.effective ?? null,
        rationale: finding?.rationale ?? null,
        confidence: finding?.confidence ?? null,
      },
    ],
    ...(finding?.evidence ?? []).map(
      ({ name, ...said }): Named => [`evidence-${name}`, row, { part: 'evidence', ...said }],
    ),
    ...one.claims.map(({ name, ...said }): Named => [`claim-${name}`, row, { part: 'claim', ...said }]),
    ...(since === null
      ? []
      : [['change', row, { part: 'change', since, from: one.before, to: one.standing }] as Named]),
    ...one.gates.flatMap(({ milestone, ...gate }): Named[] => {
      const step = milestoneOf.get(milestone)
      return step === undefined ? [] : [[`gate-${milestone}`, row, buildGate(step, gate)]]
    }),
  ]
}

const buildGate = (
  { key, title, track, kind, planned, occurred, cited }: MilestoneLine,
  gate: Omit<RecommendationLine['gates'][number], 'milestone'>,
): FactValue => ({ part: 'gate', milestone: key, title, track, kind, planned, occurred, cited, ...gate })
