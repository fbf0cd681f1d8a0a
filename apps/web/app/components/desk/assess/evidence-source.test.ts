import { describe, expect, test } from 'vitest'
import { parseSubmission } from '../submit-form.ts'
import { buildCompleted, buildSuggestions, findSource, type KnownSource } from './evidence-source.ts'
import { buildWithLine, parseLine } from './quick-line.ts'

const known: KnownSource = {
  key: 'synthetic-report',
  title: 'Synthetic report',
  publisher: 'Example Press',
  date: '2020-05',
  url: 'https://www.example.org/report/',
  kind: 'ngo',
  language: 'ru',
  use: { kind: 'ngo-monitoring', origin: 'independent-ngo' },
  isPublic: true,
}
const today = '2026-11-24'
const place = { dossier: 'exampleland', ref: 'XX-2020-01' }

describe('what the one field names', () => {
  test.each([
    'synthetic-report',
    'Synthetic report (Example Press, 2020-05)',
    'http://example.org/report#page=3',
    'https://example.org/report?utm_source=letter',
  ])('%s is the source on record', (text) => {
    expect(findSource(text, [known])).toEqual({ is: 'source', source: known })
    expect(buildSuggestions(text, [known], today)).toEqual(known.use)
  })

  test('another page of a known site begins a source with what the last one of the site was', () => {
    expect(buildSuggestions('https://example.org/other', [known], today)).toEqual({
      'newSource.url': 'https://example.org/other',
      'newSource.publisher': 'Example Press',
      'newSource.kind': 'ngo',
      'newSource.date': today,
      'newSource.language': 'ru',
      kind: 'ngo-monitoring',
      origin: 'independent-ngo',
    })
  })

  test('of an unknown site only the site, today and an uncertain language are suggested, and never a title', () => {
    const suggested = buildSuggestions('https://elsewhere.example/a', [known], today)
    expect(suggested).toEqual({
      'newSource.url': 'https://elsewhere.example/a',
      'newSource.publisher': 'elsewhere.example',
      'newSource.date': today,
      'newSource.language': 'und',
    })
    expect(buildSuggestions('Some words', [known], today)).toEqual({})
  })

  test('what somebody typed is never replaced', () => {
    const typed = {
      'evidence.0.source': 'https://example.org/other',
      'evidence.0.newSource.publisher': 'Typed',
    }
    expect(buildCompleted(typed, [known], today)['evidence.0.newSource.publisher']).toBe('Typed')
  })
})

describe('the line', () => {
  test('is level, date, confidence, why, address and title', () => {
    expect(parseLine('lim 2026-05 med The decree is out. https://example.org/d Decree 12')).toEqual({
      finding: 'limited',
      effective: '2026-05',
      confidence: 'medium',
      rationale: 'The decree is out.',
      source: 'https://example.org/d',
      'newSource.title': 'Decree 12',
    })
  })

  test.each([
    ['none! 2026', { finding: 'none', contrary: 'on', effective: '2026' }],
    ['no-inf 2026-01-02', { finding: 'no-information', effective: '2026-01-02' }],
    ['s 2026 h', { rationale: 's 2026 h' }],
    ['2026-05 Only why', { effective: '2026-05', rationale: 'Only why' }],
    ['', {}],
  ])('%j says what is certain of it, and leaves the rest as it is', (line, fields) => {
    expect(parseLine(line)).toEqual(fields)
  })

  test('without script is taken apart when it is sent: a whole update from one line, for a known site', () => {
    const line = 'some 2026-10 high Invented words. https://example.org/new Invented page'
    const typed = buildCompleted(
      buildWithLine({ line, basedOn: '4', 'evidence.0.stance': 'supports' }),
      [known],
      today,
    )
    const read = parseSubmission(typed, place, [known])
    expect(read).toMatchObject({
      ok: true,
      input: {
        level: 'some',
        evidence: [{ newSource: { title: 'Invented page', url: 'https://example.org/new' } }],
      },
    })
  })

  test('an address of a source on record cites it, and describes no new one', () => {
    const typed = buildCompleted(
      buildWithLine({
        line: 'some 2026-10 high Invented. http://example.org/report',
        basedOn: '4',
        'evidence.0.stance': 'supports',
      }),
      [known],
      today,
    )
    const read = parseSubmission(typed, place, [known])
    expect(read.ok && read.input.evidence).toEqual([
      { source: 'synthetic-report', stance: 'supports', kind: 'ngo-monitoring', origin: 'independent-ngo' },
    ])
  })
})
