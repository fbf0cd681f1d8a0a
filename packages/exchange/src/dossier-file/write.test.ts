import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDossier } from '../../test/a-dossier.ts'
import { parseDossierFile } from './parse.ts'
import { assessJsonText } from './scan.ts'
import { type DossierFile, dossierFile } from './schema.ts'
import { formatDossierFile } from './write.ts'

const encode = (text: string) => new TextEncoder().encode(text)

const key = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
const reference = fc.stringMatching(/^[A-Z0-9]{1,4}(-[A-Z0-9]{1,4}){0,2}$/)
const text = fc
  .string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'abc äßж ғқңөұүһі\'"\\</😀{}[]:,=\n\t') })
  .filter((s) => s.trim() !== '')
const date = fc.constantFrom('2011', '2013-10', '2013-11-27', '2024-02-29')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const evidence = fc.record({
  source: key,
  locator: maybe(text),
  stance: fc.constantFrom('supports' as const, 'contradicts' as const, 'context' as const),
  kind: fc.constantFrom('media' as const, 'draft-law' as const),
  origin: fc.constantFrom('un' as const, 'court' as const),
  factDate: maybe(date),
  excerpt: maybe(text),
})

const dossiers = fc
  .record(
    {
      format: fc.constant('waymark-dossier/1' as const),
      dossier: fc.record({ key, title: text, partner: fc.constant('XX'), note: maybe(text) }),
      areas: fc.array(fc.record({ key, title: text, summary: text, order: fc.nat(9999) }), { maxLength: 3 }),
      recommendations: fc.array(
        fc.record({
          ref: reference,
          area: key,
          title: text,
          text,
          source: key,
          issued: date,
          issuedBy: fc.array(key, { minLength: 1, maxLength: 2 }),
          addressees: fc.array(key, { minLength: 1, maxLength: 2 }),
          reviewEveryMonths: maybe(fc.integer({ min: 1, max: 240 })),
          lineage: maybe(
            fc.array(fc.record({ kind: fc.constant('merges' as const), ref: reference }), { maxLength: 2 }),
          ),
        }),
        { maxLength: 3 },
      ),
      assessments: fc.array(
        fc.record({
          recommendation: reference,
          effective: date,
          level: fc.constantFrom('none' as const, 'full' as const),
          contrary: maybe(fc.boolean()),
          rationale: text,
          confidence: fc.constant('low' as const),
          evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
    },
    { noNullPrototype: true },
  )
  // Through JSON, so that fields without a value are absent, as they are in a file.
  .map((raw): DossierFile => dossierFile.parse(JSON.parse(JSON.stringify(raw))))

test('what is written is read back as it was, and written again to the same bytes', () => {
  fc.assert(
    fc.property(dossiers, (dossier) => {
      const written = formatDossierFile(dossier)
      const parsed = parseDossierFile(encode(written))
      expect(parsed).toEqual({ ok: true, value: dossier })
      if (parsed.ok) expect(formatDossierFile(parsed.value)).toBe(written)
    }),
    { numRuns: 300 },
  )
})

test('the order of fields and tables is the format’s, not that of whoever built the dossier', () => {
  const dossier = aDossier()
  const reversed = Object.fromEntries(Object.entries(dossier).reverse()) as DossierFile
  expect(formatDossierFile(reversed)).toBe(formatDossierFile(dossier))
  expect(Object.keys(JSON.parse(formatDossierFile(dossier)))).toEqual([
    'format',
    'dossier',
    'actors',
    'sources',
    'areas',
    'rounds',
    'commitments',
    'tracks',
    'milestones',
    'recommendations',
    'linkages',
    'uptake',
    'assessments',
    'claims',
    'cases',
  ])
})

test('what is no dossier is not written', () => {
  expect(() => formatDossierFile({ ...aDossier(), areas: [{}] } as unknown as DossierFile)).toThrow()
})

const limits = { maxDepth: 32, maxValues: 1000, maxContainers: 1000 }

test('the scan calls readable exactly what JSON.parse reads', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '"',
    '\\',
    ' ',
    '\n',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'null',
    'x',
    '\u0001',
    '\\u00e9',
  ]
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.json({ maxDepth: 5 }),
    fc.json().chain((json) => fc.nat(json.length).map((i) => json.slice(0, i) + json.slice(i + 1))),
  )
  fc.assert(
    fc.property(texts, (json) => {
      expect(assessJsonText(json, limits).readable).toBe(isJson(json))
    }),
    { numRuns: 5000 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
