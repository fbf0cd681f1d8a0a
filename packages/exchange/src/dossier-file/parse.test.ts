import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { anAssessment, anEvidenceItem, aRawDossier, encode } from '../../test/a-dossier.ts'
import { listDossierErrors } from './check-references.ts'
import { parseDossierFile } from './parse.ts'

const errorsOf = (value: unknown, options = {}) => {
  const parsed = parseDossierFile(value instanceof Uint8Array ? value : encode(value), options)
  return parsed.ok ? [] : parsed.error.errors
}

test('a good file is read, and tables left out have no rows', () => {
  const parsed = parseDossierFile(encode(aRawDossier()))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.errors))
  expect(parsed.value.claims).toEqual([])
  expect(parsed.value.recommendations[0]).toMatchObject({ basis: 'explicit', wording: 'as-issued' })
})

test('a dossier file that uses every field of the format has no errors', () => {
  const parsed = parseDossierFile(readFileSync(new URL('../../test/synthetic-small.json', import.meta.url)))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.errors))
  const context = { today: '2026-11-24', now: '2026-11-24T09:00:00Z', isNew: true }
  expect(listDossierErrors(parsed.value, context).errors).toEqual([])
})

/** The sentences that people read. A change here is a change of the product. */
test.each<[string, unknown, string, string, string]>([
  [
    'a misspelt value',
    { assessments: [anAssessment({ evidence: [anEvidenceItem({ stance: 'suport' })] })] },
    '$.assessments[0].evidence[0].stance',
    '“suport” is not a stance. Use supports, contradicts or context.',
    'invalid-input',
  ],
  [
    'a level of another scale',
    { assessments: [anAssessment({ level: 3 })] },
    '$.assessments[0].level',
    '3 is not a level. Use none, limited, some, substantial or full.',
    'invalid-input',
  ],
  [
    'a missing field',
    { areas: [{ key: 'media', summary: 'S', order: 1 }] },
    '$.areas[0].title',
    'An area needs “title”, and it is missing. Add it.',
    'invalid-input',
  ],
  [
    'an unknown field',
    { tracks: [{ key: 'treaty', title: 'T', titel: 'T' }] },
    '$.tracks[0].titel',
    '“titel” is not a field of a track. Remove it, or use one of key or title.',
    'invalid-input',
  ],
  [
    'an odd unknown field',
    { tracks: [{ key: 'treaty', title: 'T', 'a "b"': 1 }] },
    '$.tracks[0]["a \\"b\\""]',
    '“a "b"” is not a field of a track. Remove it, or use one of key or title.',
    'invalid-input',
  ],
  [
    'an empty text',
    { tracks: [{ key: 'treaty', title: '  ' }] },
    '$.tracks[0].title',
    '“title” is empty. Fill it in.',
    'invalid-input',
  ],
  [
    'a control character',
    { tracks: [{ key: 'treaty', title: 'a\u0000b' }] },
    '$.tracks[0].title',
    '“title” has characters that are not text, such as control characters. Remove them.',
    'invalid-input',
  ],
  [
    'a day that does not exist',
    { assessments: [anAssessment({ effective: '2013-02-30' })] },
    '$.assessments[0].effective',
    '“effective” is “2013-02-30”: use a date that exists, written YYYY, YYYY-MM or YYYY-MM-DD.',
    'invalid-date',
  ],
  [
    'an instant without its offset',
    { assessments: [anAssessment({ recorded: '2013-11-27T09:00:00' })] },
    '$.assessments[0].recorded',
    '“recorded” is “2013-11-27T09:00:00”: use an instant with its offset, like 2013-11-27T09:00:00Z.',
    'invalid-instant',
  ],
  [
    'no evidence',
    { assessments: [anAssessment({ evidence: [] })] },
    '$.assessments[0].evidence',
    '“evidence” is an empty list. Name at least one.',
    'evidence-missing',
  ],
  [
    'no rationale',
    { assessments: [anAssessment({ rationale: ' ' })] },
    '$.assessments[0].rationale',
    '“rationale” is empty. Fill it in.',
    'rationale-missing',
  ],
  [
    'a level and a state',
    { assessments: [anAssessment({ state: 'withdrawn' })] },
    '$.assessments[0]',
    'Give either a level or a state, not both and not neither.',
    'invalid-input',
  ],
  [
    'a correction without its reason',
    { assessments: [anAssessment({ key: 'a', supersedes: 'b' })] },
    '$.assessments[0]',
    'A correction names what it supersedes and gives its reason.',
    'invalid-input',
  ],
  [
    'a table that is no list',
    { areas: {} },
    '$.areas',
    '“areas” must be a list in square brackets, and an object was found. Put the entries in [ ].',
    'invalid-input',
  ],
  [
    'a row that is no object',
    { areas: [null] },
    '$.areas[0]',
    'An area is an object in braces { }, and null was found. Correct it.',
    'invalid-input',
  ],
  [
    'another format',
    { format: 'waymark-dossier/2' },
    '$.format',
    '“waymark-dossier/2” is not a format that can be read. Use waymark-dossier/1.',
    'invalid-input',
  ],
  [
    'an address that could run something',
    {
      sources: [
        {
          key: 'paper',
          title: 'T',
          publisher: 'P',
          kind: 'ngo',
          date: '2020',
          language: 'en',
          url: 'javascript:alert(1)',
        },
      ],
    },
    '$.sources[0].url',
    '“url” is “javascript:alert(1)”: use a full address that begins with https:// or http://.',
    'invalid-input',
  ],
])('%s is answered with its place and a sentence', (_, parts, path, message, code) => {
  expect(errorsOf(aRawDossier(parts as Record<string, unknown>))).toEqual([{ path, message, code }])
})

test('all errors are reported at once, those between fields of a row too', () => {
  const paths = errorsOf({
    format: 'x',
    areas: [{ key: 'A' }, 5],
    extra: 1,
    linkages: [{ role: 'required', milestone: 'Nowhere!' }],
    assessments: [anAssessment({ confidence: 'sure', state: 'withdrawn', reason: 'no correction' })],
  }).map((e) => e.path)
  expect(paths).toEqual([
    '$.format',
    '$.dossier',
    '$.areas[0].key',
    '$.areas[0].title',
    '$.areas[0].summary',
    '$.areas[0].order',
    '$.areas[1]',
    '$.extra',
    '$.linkages[0].recommendation',
    '$.linkages[0].milestone',
    '$.linkages[0].commitments',
    '$.linkages[0]',
    '$.assessments[0].confidence',
    '$.assessments[0]',
    '$.assessments[0]',
  ])
})

test('a thousand errors are listed, and the rest is counted', () => {
  const parsed = parseDossierFile(encode(aRawDossier({ areas: Array.from({ length: 3000 }, () => 0) })))
  if (parsed.ok) throw new Error('accepted')
  expect(parsed.error.errors.length).toBe(1000)
  expect(parsed.error.errorCount).toBe(3000)
})

describe('what is not JSON is refused with its line and column', () => {
  test.each([
    ['{\n "format": waymark\n}', 'at line 2, column 12, a value was expected, and “waymark\\n}” was found.'],
    ['{"a": 1,}', 'at line 1, column 9, a field name in double quotes was expected.'],
    ['{"a": 1 "b": 2}', 'at line 1, column 9, a comma or } was expected.'],
    ['[1, 2', 'at line 1, column 6, a comma or ] was expected. The file ends too early.'],
    ['{"a" 1}', 'at line 1, column 6, a colon was expected after the field name.'],
    [
      '{"a": "b\nc"}',
      'at line 1, column 9, a text runs over the end of its line, or holds a control character; close it with ".',
    ],
    ['{"a": "b', 'at line 1, column 7, a text begins and is never closed with ".'],
    [
      '{"a": "\\x"}',
      'at line 1, column 8, a backslash here needs one of " \\ / b f n r t or u and four digits after it.',
    ],
    ['{} {}', 'at line 1, column 4, something stands after the end of the file’s object.'],
    ['', 'at line 1, column 1, a value was expected. The file ends too early.'],
    ['{"a": 01}', 'at line 1, column 7, a value was expected, and “01}” was found.'],
    [
      `{"a": ${'1'.repeat(1000)}}`,
      'at line 1, column 7, a value was expected, and “111111111111” was found.',
    ],
  ])('%j', (text, message) => {
    expect(errorsOf(text)).toEqual([
      { path: '$', message: `This is not JSON: ${message}`, code: 'file-not-json' },
    ])
  })
})

test('keys that name the machinery of objects are refused, also when written in disguise', () => {
  for (const key of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']) {
    const text = JSON.stringify(aRawDossier()).replace('"areas":[{', `"areas":[{"${key}":{"polluted":true},`)
    const [error, ...more] = errorsOf(text)
    expect(error?.message).toMatch(
      /^“(?:__proto__|constructor|prototype)” is not a field of a dossier file\. Remove it\.$/,
    )
    expect(more).toEqual([])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  }
})

test('a key given twice in one object is refused, not silently overwritten', () => {
  const text = JSON.stringify(aRawDossier()).replace(
    '"partner":"XX"',
    '"partner":"XX",\n"p\\u0061rtner":"YY"',
  )
  expect(errorsOf(text)).toEqual([
    {
      path: '$.dossier.partner',
      message: '“partner” is given twice in one object, again at line 2, column 15. Keep one of them.',
      code: 'invalid-input',
    },
  ])
})

test('a file nested too deep is refused before it is built, ten thousand levels and a million alike', () => {
  for (const depth of [33, 10_000, 1_000_000]) {
    expect(errorsOf('['.repeat(depth) + ']'.repeat(depth)).map((e) => e.code)).toEqual(['file-too-deep'])
    expect(errorsOf('{"a":'.repeat(depth)).map((e) => e.code)).toEqual(['file-too-deep'])
  }
  expect(errorsOf('['.repeat(32) + ']'.repeat(32)).map((e) => e.code)).toEqual(['invalid-input'])
})

test('a file is judged by its size before it is decoded', () => {
  const error = errorsOf(new Uint8Array(2_000_000).fill(0xff), { maxBytes: 1024 * 1024 })
  expect(error).toEqual([
    {
      path: '$',
      message: 'The file has 2 MiB, and at most 1 MiB are read. Split it into several files.',
      code: 'file-too-large',
    },
  ])
})

test('only UTF-8 is read; a byte order mark does not matter', () => {
  const text = JSON.stringify(aRawDossier())
  expect(errorsOf(encode(`\ufeff${text}`))).toEqual([])
  const utf16 = (s: string) => new Uint8Array(new Uint16Array([...s].map((c) => c.charCodeAt(0))).buffer)
  const message = 'The file is in UTF-16. Save it as UTF-8.'
  expect(errorsOf(utf16(`\ufeff${text}`))).toEqual([{ path: '$', message, code: 'file-not-utf8' }])
  expect(errorsOf(utf16(text))).toEqual([{ path: '$', message, code: 'file-not-utf8' }])
  const latin1 = new Uint8Array([...'{\n"a": "caf\u00e9"}'].map((c) => c.charCodeAt(0)))
  expect(errorsOf(latin1)[0]?.message).toBe(
    'The file is not UTF-8: line 2 has bytes that are no characters. Save it as UTF-8.',
  )
  // Overlong form of a slash, and an encoded surrogate.
  for (const bytes of [
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
  ]) {
    expect(errorsOf(new Uint8Array([0x22, ...bytes, 0x22])).map((e) => e.code)).toEqual(['file-not-utf8'])
  }
})

test('small files that would fill the memory are refused: rows without end, fields without end', () => {
  expect(errorsOf(`{"areas":[${'[],'.repeat(4_000_001)}0]}`).map((e) => e.code)).toEqual(['file-too-large'])
  const fields = Array.from({ length: 5000 }, (_, i) => `"f${i}":0`).join()
  expect(errorsOf(`{${fields}}`).map((e) => e.code)).toEqual(['file-not-json'])
  const evidence = Array.from({ length: 10_001 }, () => ({}))
  expect(errorsOf(aRawDossier({ assessments: [anAssessment({ evidence })] }))).toEqual([
    {
      path: '$.assessments[0].evidence',
      message: '“evidence” has more than 10,000 entries. Shorten it.',
      code: 'invalid-input',
    },
  ])
})

test.each([null, true, 1, 'text', []])('%j is no dossier file', (value) => {
  expect(errorsOf(JSON.stringify(value))[0]?.message).toBe(
    'A dossier file is an object in braces { }. Correct it.',
  )
})
