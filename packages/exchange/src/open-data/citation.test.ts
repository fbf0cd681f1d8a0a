import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildBibtex, buildCslJson, type Citation } from './citation.ts'

const citation: Citation = {
  url: 'https://record.example/kazakhstan/linkage?asOf=2015-12-21&knownAt=2026-11-24T09:00:00.000Z&method=m1',
  title: 'European Union and Kazakhstan: linkage',
  publisher: 'Waymark',
  asOf: '2015-12-21',
  knownAt: '2026-11-24T09:00:00.000Z',
  method: 'm1',
}

test('a page is cited in BibTeX with its day, cut-off and method', () => {
  expect(buildBibtex(citation)).toBe(
    `@misc{waymark-kazakhstan-linkage-2015-12-21,
  author = {{Waymark}},
  title = {{European Union and Kazakhstan: linkage}},
  year = {2026},
  date = {2026-11-24},
  url = {https://record.example/kazakhstan/linkage?asOf=2015-12-21&knownAt=2026-11-24T09:00:00.000Z&method=m1},
  note = {State of 2015-12-21, record cut-off 2026-11-24T09:00:00.000Z, method m1, CC BY 4.0},
}
`,
  )
})

test('what means something to TeX is escaped once, and other scripts stay', () => {
  const bib = buildBibtex({ ...citation, title: 'Құқық & права: 5% of $1 {a_b} #2 ~x ^y \\z' })
  expect(bib).toContain(
    'title = {{Құқық \\& права: 5\\% of \\$1 \\{a\\_b\\} \\#2 \\textasciitilde{}x \\textasciicircum{}y \\textbackslash{}z}},',
  )
})

test('no title or publisher can end its field or begin another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, publisher) => {
      const bib = buildBibtex({ ...citation, title, publisher })
      expect(bib.trimEnd().split('\n')).toHaveLength(8)
      let depth = 0
      for (const part of bib.match(/\\.|[{}]/g) ?? []) {
        if (part === '{') depth += 1
        if (part === '}') depth -= 1
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
      for (const line of bib.split('\n').slice(1, 7)) expect(line).toMatch(/^ {2}[a-z]+ = \{.*\},$/u)
    }),
  )
})

test('an edition is named with its hash in every form', () => {
  const edition = { id: '2026-1', hash: 'ab'.repeat(32) }
  expect(buildBibtex({ ...citation, edition })).toContain(`edition 2026-1, SHA-256 ${edition.hash}`)
  const [item] = JSON.parse(buildCslJson({ ...citation, edition }))
  expect(item).toMatchObject({ version: '2026-1', note: expect.stringContaining(edition.hash) })
})

test('CSL-JSON is a list of one data set, dated by the record cut-off', () => {
  expect(JSON.parse(buildCslJson(citation))).toEqual([
    {
      id: 'waymark-kazakhstan-linkage-2015-12-21',
      type: 'dataset',
      title: citation.title,
      author: [{ literal: 'Waymark' }],
      publisher: 'Waymark',
      issued: { 'date-parts': [[2026, 11, 24]] },
      URL: citation.url,
      note: 'State of 2015-12-21, record cut-off 2026-11-24T09:00:00.000Z, method m1, CC BY 4.0',
    },
  ])
})
