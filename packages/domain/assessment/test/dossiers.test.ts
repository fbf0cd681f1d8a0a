/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { assessmentRow } from '../src/assessment.ts'
import { mayAssert } from '../src/content.ts'

const part = z.object({
  assessments: z.array(assessmentRow),
  recommendations: z.array(z.object({ ref: z.string(), issued: z.string() })),
})

const data = new URL('../../../../../shared/data/', import.meta.url)

test.each(['kazakhstan', 'synthetic-small'])(
  'every assessment of the dossier %s keeps the rules of content',
  (name) => {
    const { assessments, recommendations } = part.parse(
      JSON.parse(readFileSync(new URL(`${name}.json`, data), 'utf8')),
    )
    const issued = new Map(recommendations.map((one) => [one.ref, one.issued]))
    expect(assessments.length).toBeGreaterThan(10)
    const refusals = assessments.flatMap((row) => {
      const finding = row.state
        ? { state: row.state }
        : { level: row.level ?? 'none', contrary: row.contrary ?? false }
      const asked = issued.get(row.recommendation) ?? ''
      const result = mayAssert({ ...row, finding }, { today: '2026-11-24', issued: asked })
      return result.ok ? [] : [`${row.recommendation} ${row.effective}: ${result.error.code}`]
    })
    expect(refusals).toEqual([])
  },
)
