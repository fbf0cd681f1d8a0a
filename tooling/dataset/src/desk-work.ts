import pg from 'pg'
import { refOf } from './make-structure.ts'
import { analyst, type PublicReader } from './procedures.ts'
import type { Scratch } from './scratch.ts'
import type { Shape } from './shape.ts'

const dossier = 'synthetic'
const submitted = 200

/**
 * Puts on the desk what people are at, unless it lies there: a draft on one recommendation in twenty, work asked for on one in
 * ten, and assessments that wait for review. Drafts and work are no part of the record and written past it.
 */
export async function layOutWorkOnce({ record }: Scratch, desk: PublicReader, shape: Shape): Promise<void> {
  const owner = new pg.Client({ connectionString: record.ownerUrl })
  await owner.connect()
  try {
    const { rowCount } = await owner.query(
      `insert into waymark.member (user_id, name, role, changed_at) values ($1, $2, $3, '2025-07-01') on conflict do nothing`,
      [analyst.id, analyst.name, analyst.role],
    )
    if (rowCount === 0) return
    await owner.query(
      `insert into waymark.draft (dossier_id, recommendation_id, author_id, content)
       select dossier_id, root_id, $1, '{}' from waymark.recommendation where supersedes_id is null and root_id % 20 = 0`,
      [analyst.id],
    )
    await owner.query(
      `insert into waymark.assignment (dossier_id, subject_kind, subject_key, assignee_id, assigner_id, assigner_name, task, due_on, created_at)
       select dossier_id, 'recommendation', key, $1, 'invented', 'Invented colleague', 'assess', date '2025-07-01' + (root_id % 200)::int, '2025-07-01'
       from waymark.recommendation where supersedes_id is null and root_id % 10 = 1`,
      [analyst.id],
    )
    const rows = []
    for (let i = 0; i < Math.min(submitted, shape.recommendations); i++) {
      const ref = refOf((i * 37) % shape.recommendations)
      const { version } = await desk.assessment.form({ dossier, ref })
      rows.push({
        dossier,
        ref,
        basedOn: version,
        effective: '2025-06-30',
        level: 'some' as const,
        rationale: `Invented reasons that wait for a second pair of eyes: what was promised, case ${i}.`,
        confidence: 'medium' as const,
        evidence: [
          {
            source: 'source-1',
            stance: 'supports',
            kind: 'ngo-monitoring',
            origin: 'independent-ngo',
          } as const,
        ],
      })
    }
    const { faults } = await desk.register.submit({ dossier, rows })
    if (faults.length > 0) throw new Error(`invented work was refused: ${faults[0]?.message}`)
  } finally {
    await owner.end()
  }
}
