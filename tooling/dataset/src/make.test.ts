import { listDossierErrors } from '@waymark/exchange/dossier-file/check-references'
import { parseDossierFile } from '@waymark/exchange/dossier-file/parse'
import { expect, test } from 'vitest'
import { buildDossier, formatDossier } from './make.ts'
import type { Shape } from './shape.ts'

const shape: Shape = {
  seed: 1,
  recommendations: 400,
  assessmentsEach: 10,
  milestones: 20,
  linkages: 1200,
  areas: 5,
  sources: 40,
}

test('the made dossier is one that the record accepts', () => {
  const bytes = new TextEncoder().encode([...formatDossier(shape)].join(''))
  const parsed = parseDossierFile(bytes)
  expect(parsed.ok ? [] : parsed.error.errors).toEqual([])
  if (!parsed.ok) return
  const context = { today: '2025-07-02', now: '2025-07-02T00:00:00.000Z', isNew: true }
  expect(listDossierErrors(parsed.value, context).errors).toEqual([])
})

test('the same shape gives the same dossier, as an object and as a file; another seed another one', () => {
  const dossier = buildDossier(shape)
  expect(JSON.parse([...formatDossier(shape)].join(''))).toEqual(dossier)
  expect(buildDossier(shape)).toEqual(dossier)
  expect(buildDossier({ ...shape, seed: 2 }).assessments).not.toEqual(dossier.assessments)
})

test('every kind of row that the rules tell apart occurs, in the numbers asked for', () => {
  const { recommendations, assessments, milestones, linkages, sources, areas, uptake, claims, cases } =
    buildDossier(shape)
  expect([recommendations, assessments, milestones, linkages, sources, areas].map((t) => t.length)).toEqual([
    400, 4000, 20, 1200, 40, 5,
  ])
  const corrections = assessments.filter((a) => a.supersedes !== undefined).length / assessments.length
  expect(corrections).toBeGreaterThan(0.012)
  expect(corrections).toBeLessThan(0.028)
  const days = new Set(assessments.map((a) => `${a.recommendation} ${a.step ?? ''} ${a.effective}`))
  expect(days.size).toBeLessThan(assessments.length - 50)
  expect(new Set(assessments.map((a) => a.effective.length))).toEqual(new Set([4, 7, 10]))
  expect(new Set(assessments.map((a) => a.state ?? a.level)).size).toBe(9)
  expect(assessments.some((a) => a.contrary)).toBe(true)
  expect(assessments.some((a) => a.step !== undefined)).toBe(true)
  expect(new Set(linkages.map((l) => l.role)).size).toBe(3)
  expect(milestones.some((m) => m.occurred === undefined)).toBe(true)
  expect(recommendations.some((r) => r.lineage?.some((l) => l.kind === 'replaces'))).toBe(true)
  expect([uptake, claims, cases].every((table) => table.length > 0)).toBe(true)
})

test('a shape that no dossier can have is refused', () => {
  expect(() => buildDossier({ ...shape, linkages: 8001 })).toThrow('linkages')
  expect(() => buildDossier({ ...shape, areas: 0 })).toThrow('areas')
  expect(() => buildDossier({ ...shape, sources: 1.5 })).toThrow('sources')
})
