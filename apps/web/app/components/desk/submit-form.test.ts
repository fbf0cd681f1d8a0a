import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildDraftContent,
  buildSourceLabels,
  buildWithoutRow,
  buildWithRow,
  getRefusedField,
  listEvidenceRows,
  parseSubmission,
  parseTyped,
  type Typed,
} from './submit-form.ts'
import { anAssessment, aSourceChoice } from './testing/synthetic.ts'
import { buildTypedFrom } from './typed-from.ts'

const place = { dossier: 'exampleland', ref: 'XX-2020-01' }
const choices = [aSourceChoice()]

const filled: Typed = {
  basedOn: '4',
  finding: 'some',
  effective: '2020-06',
  confidence: 'medium',
  rationale: 'A synthetic reason.',
  'evidence.0.source': 'Synthetic report (Example Press, 2020-05)',
  'evidence.0.stance': 'supports',
  'evidence.0.kind': 'law-in-force',
  'evidence.0.origin': 'government',
  'evidence.0.locator': '',
  'evidence.0.factDate': '',
  'evidence.0.excerpt': '',
}

const getFaults = (typed: Typed) => {
  const read = parseSubmission(typed, place, choices)
  return read.ok ? [] : read.faults
}
const getFaultyFields = (typed: Typed) => getFaults(typed).map(({ field }) => field)

describe('reading a form', () => {
  test('a filled form is an assessment whose source is cited by its key', () => {
    expect(parseSubmission(filled, place, choices)).toEqual({
      ok: true,
      input: {
        ...place,
        basedOn: 4,
        level: 'some',
        contrary: false,
        effective: '2020-06',
        confidence: 'medium',
        rationale: 'A synthetic reason.',
        evidence: [
          { source: 'synthetic-report', stance: 'supports', kind: 'law-in-force', origin: 'government' },
        ],
      },
    })
  })

  test('what stands in the place of a level is sent as a state', () => {
    const read = parseSubmission({ ...filled, finding: 'no-information' }, place, choices)
    expect(read).toMatchObject({ ok: true, input: { state: 'no-information' } })
  })

  test('a source can be named by its key, and spaces around what is typed do not matter', () => {
    const read = parseSubmission(
      { ...filled, 'evidence.0.source': ' synthetic-report ', effective: ' 2020 ' },
      place,
      choices,
    )
    expect(read).toMatchObject({
      ok: true,
      input: { effective: '2020', evidence: [{ source: 'synthetic-report' }] },
    })
  })

  test('an item on record is named by its number and brings what it says; what is typed beside it is told, not dropped', () => {
    const named = {
      ...filled,
      'evidence.0.source': 'Item 12: A title, page 4',
      'evidence.0.kind': '',
      'evidence.0.origin': '',
    }
    const read = parseSubmission(named, place, choices)
    expect(read.ok && read.input.evidence).toEqual([{ item: 12, stance: 'supports' }])
    const twice = parseSubmission({ ...named, 'evidence.0.excerpt': 'Own words' }, place, choices)
    expect(twice.ok || twice.faults.map(({ field }) => field)).toEqual(['evidence.0.excerpt'])
    const title = { ...aSourceChoice(), key: 'item-title', title: 'Item 12: A title, page 4' }
    const label = [...buildSourceLabels([title]).values()][0] ?? ''
    const source = parseSubmission({ ...filled, 'evidence.0.source': label }, place, [title])
    expect(source.ok && source.input.evidence[0]?.source).toBe('item-title')
  })

  test('words that name no source are told to name none, however many they are', () => {
    for (const source of ['Invented words', 'Invented words. '.repeat(9)])
      expect(getFaults({ ...filled, 'evidence.0.source': source })).toMatchObject([
        { field: 'evidence.0.source', missing: false, limit: null },
      ])
  })

  test('an empty item beside a filled one is left out', () => {
    const read = parseSubmission(
      { ...filled, 'evidence.1.source': '', 'evidence.1.stance': 'supports' },
      place,
      choices,
    )
    expect(read.ok && read.input.evidence).toHaveLength(1)
  })

  test('a reason goes with a correction alone', () => {
    expect(parseSubmission({ ...filled, reason: 'left over' }, place, choices).ok).toBe(true)
    expect(getFaultyFields({ ...filled, supersedes: '7', reason: ' ' })).toEqual(['reason'])
    expect(
      parseSubmission({ ...filled, supersedes: '7', reason: 'It was wrong.' }, place, choices),
    ).toMatchObject({
      ok: true,
      input: { supersedes: 7, reason: 'It was wrong.' },
    })
  })

  test('line breaks are kept as one sign, and files are not text', () => {
    const form = new FormData()
    form.set('rationale', 'one\r\ntwo')
    form.set('file', new File(['x'], 'x.txt'))
    expect(parseTyped(form)).toEqual({ rationale: 'one\ntwo' })
  })

  test('of two fields with one name the later counts: a ticked box after a hidden field overrides it', () => {
    const form = new FormData()
    form.append('basedOn', '3')
    form.append('basedOn', '5')
    expect(parseTyped(form).basedOn).toBe('5')
  })
})

describe('faults', () => {
  test('an empty form names every field that must be filled, in the order of the form', () => {
    expect(getFaultyFields({ basedOn: '4' })).toEqual([
      'finding',
      'effective',
      'confidence',
      'rationale',
      'evidence.0.source',
    ])
    expect(getFaults({ basedOn: '4' }).every(({ missing }) => missing)).toBe(true)
  })

  test('a fault in an item is told at its row, also when an empty row comes before it', () => {
    const { 'evidence.0.source': source = '', ...rest } = filled
    const shifted: Typed = {
      ...rest,
      'evidence.0.source': '',
      'evidence.0.kind': '',
      'evidence.0.origin': '',
      'evidence.5.source': source,
      'evidence.5.kind': 'media',
      'evidence.5.origin': '',
      'evidence.5.stance': 'supports',
    }
    expect(getFaultyFields(shifted)).toEqual(['evidence.5.origin'])
  })

  test('a source that is neither chosen nor described is asked for, and one that is both is refused', () => {
    expect(getFaultyFields({ ...filled, 'evidence.0.source': '' })).toEqual(['evidence.0.source'])
    const both = {
      ...filled,
      'evidence.0.newSource.title': 'Another',
      'evidence.0.newSource.publisher': 'Example Press',
      'evidence.0.newSource.kind': 'media',
      'evidence.0.newSource.date': '2020',
      'evidence.0.newSource.language': 'en',
    }
    expect(getFaultyFields(both)).toEqual(['evidence.0.source'])
  })

  test('a new source tells what it still lacks, field by field', () => {
    const typed = {
      ...filled,
      'evidence.0.source': '',
      'evidence.0.newSource.title': 'Another',
      'evidence.0.newSource.url': 'example.org',
    }
    expect(getFaultyFields(typed).sort()).toEqual([
      'evidence.0.newSource.date',
      'evidence.0.newSource.kind',
      'evidence.0.newSource.language',
      'evidence.0.newSource.publisher',
      'evidence.0.newSource.url',
    ])
  })

  test('contrary beside a state is a fault of the box', () => {
    expect(getFaultyFields({ ...filled, finding: 'not-applicable', contrary: 'on' })).toEqual(['contrary'])
  })

  test('a form that does not say what it is based on is refused', () => {
    const { basedOn: _, ...rest } = filled
    expect(getFaultyFields(rest)).toEqual(['basedOn'])
  })

  test('a date that does not exist is a fault, and is not called missing', () => {
    expect(getFaults({ ...filled, effective: '2013-02-30' })).toMatchObject([
      { field: 'effective', missing: false },
    ])
  })

  test('a text that is too long says how long it may be', () => {
    expect(getFaults({ ...filled, 'evidence.0.locator': 'x'.repeat(501) })).toMatchObject([
      { field: 'evidence.0.locator', limit: 500 },
    ])
  })

  test('whatever is typed, reading it never throws and each fault names a field once', () => {
    const anything = fc.dictionary(
      fc.oneof(
        fc.constantFrom(...Object.keys(filled), 'supersedes', 'reason', 'step', 'evidence.3.newSource.url'),
        fc.string(),
      ),
      fc.oneof(fc.string(), fc.constantFrom('some', 'on', '7', '2020')),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const fields = getFaultyFields({ ...typed })
        expect(new Set(fields).size).toBe(fields.length)
      }),
    )
  })

  test.each([
    ['level', 'finding'],
    ['$.effective', 'effective'],
    ['evidence', 'evidence.2.source'],
    ['evidence[0].source', 'evidence.2.source'],
    ['evidence.0.newSource', 'evidence.2.newSource.title'],
  ])('a refusal about %s is shown at %s', (path, field) => {
    const typed = { 'evidence.1.source': '', 'evidence.2.source': 'something' }
    expect(getRefusedField(path, typed)).toBe(field)
  })
})

describe('items', () => {
  test('adding an item keeps everything typed, and so does removing another', () => {
    const two = buildWithRow(filled)
    expect(listEvidenceRows(two)).toEqual([0, 1])
    expect(two).toMatchObject(filled)
    const one = buildWithoutRow({ ...two, 'evidence.1.locator': 'page 9' }, 0)
    expect(listEvidenceRows(one)).toEqual([1])
    expect(one).toMatchObject({ rationale: filled.rationale, 'evidence.1.locator': 'page 9' })
  })

  test('a blank form grows to two items', () => {
    expect(listEvidenceRows(buildWithRow({}))).toEqual([0, 1])
  })

  test('the last item is emptied, not taken away', () => {
    expect(listEvidenceRows(buildWithoutRow(filled, 0))).toEqual([0])
  })

  test('a draft keeps what was typed, not which button was pressed', () => {
    expect(buildDraftContent({ ...filled, intent: 'keep-draft', draftRev: '3' })).toEqual(filled)
  })
})

describe('labels and prefill', () => {
  test('two sources of one name are told apart by their keys, and each label leads back to its own', () => {
    const twins = [aSourceChoice('first', 'Twin'), aSourceChoice('second', 'Twin')]
    const labels = buildSourceLabels(twins)
    expect(new Set(labels.values()).size).toBe(2)
    const read = parseSubmission({ ...filled, 'evidence.0.source': labels.get('second') ?? '' }, place, twins)
    expect(read).toMatchObject({ ok: true, input: { evidence: [{ source: 'second' }] } })
  })

  test('a correction starts as what it corrects, names it, and asks for a reason', () => {
    const typed = buildTypedFrom(anAssessment(), buildSourceLabels(choices), { basedOn: 4, correct: true })
    expect(getFaultyFields(typed)).toEqual(['reason'])
    const read = parseSubmission({ ...typed, reason: 'A wrong page.' }, place, choices)
    expect(read).toMatchObject({
      ok: true,
      input: {
        supersedes: 7,
        basedOn: 4,
        level: 'some',
        evidence: [{ source: 'synthetic-report', locator: 'page 4' }],
      },
    })
  })

  test('what was picked from an item on record stays that item when it is revised', () => {
    const [one] = anAssessment().evidence
    if (one === undefined) throw new Error('there is no evidence')
    const view = anAssessment({ workflow: 'returned', evidence: [{ ...one, item: 12 }, one] })
    const typed = buildTypedFrom(view, buildSourceLabels(choices), { basedOn: 4, correct: false })
    expect(parseSubmission(typed, place, choices)).toMatchObject({
      ok: true,
      input: { evidence: [{ item: 12, stance: one.stance }, { source: 'synthetic-report' }] },
    })
  })

  test('a returned assessment is taken up again without correcting anything', () => {
    const typed = buildTypedFrom(anAssessment({ workflow: 'returned' }), buildSourceLabels(choices), {
      basedOn: 4,
      correct: false,
    })
    expect(typed.supersedes).toBeUndefined()
    expect(parseSubmission(typed, place, choices).ok).toBe(true)
  })
})
