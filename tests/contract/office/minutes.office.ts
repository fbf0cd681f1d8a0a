import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentFonts } from '@waymark/api/common/document-fonts'
import { buildMinutesDocument } from '@waymark/api/features/meeting/build-minutes-document'
import type { MinutesView } from '@waymark/api/features/meeting/meeting.view'
import { buildDocx } from '@waymark/exchange/formats/docx'
import { buildPdf } from '@waymark/exchange/formats/pdf'
import { readDocx, readPdf } from '@waymark/exchange/test/read-document'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'waymark-minutes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens a Word file in LibreOffice and saves it in another format; gives the path. */
function convert(extension: string, bytes: Uint8Array): string {
  const file = join(folder, 'minutes.docx')
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const command = [
    profile,
    '--headless',
    '--convert-to',
    extension,
    '--outdir',
    join(folder, extension),
    file,
  ]
  const run = spawnSync('soffice', command, { timeout: 150_000 })
  if (run.status !== 0) throw new Error(`LibreOffice did not open it: ${String(run.stderr)}`)
  return join(folder, extension, `minutes.${extension}`)
}

const noDetail = { options: [], votes: null, dissent: null, reviewOn: null, supersedes: null, finding: null }
const nothing = {
  late: false,
  dropped: null,
  recusals: [],
  decisions: [],
  actions: [],
  notes: [],
  amendments: [],
}
const cut = { asOf: '2026-11-20', knownAt: '2026-11-20T08:00:00.000Z' }

/** Invented minutes of everything that minutes can hold. */
const minutes: MinutesView = {
  dossier: { key: 'invented', title: 'An invented country' },
  meeting: 7,
  series: 'Reviews before the round',
  number: 3,
  state: 'closed',
  amending: true,
  audience: 'internal',
  sha256: '9d6b19efd6c584ba0a4c0d5ffc36da39f4e87c16e36e5f65b31550c7e0a5fec0',
  approval: null,
  agenda: { since: cut, until: cut, previous: null },
  minutes: {
    format: 'waymark-minutes/1',
    title: 'What to ask of the round in December',
    heldOn: '2026-12-02',
    attendance: [
      { name: 'Aigerim Invented', presence: 'present' },
      { name: 'Bolat Invented', presence: 'present' },
      { name: 'A guest of a partner', presence: 'excused' },
    ],
  },
  items: [
    {
      ...nothing,
      id: 'recommendation:XX-2026-01',
      subject: { kind: 'recommendation', key: 'XX-2026-01' },
      title: 'Open the invented register to everybody',
      decisions: [
        {
          id: 'd1',
          text: 'Ask for the register to be opened before the round, and for the date of the visit.',
          sealed: true,
          detail: {
            ...noDetail,
            options: ['Ask for the register alone', 'Wait for the answer to the letter of March'],
            votes: { for: 3, against: 1, abstain: 0 },
            dissent: 'The letter should be answered first.',
            reviewOn: '2027-03-01',
          },
        },
      ],
      actions: [
        {
          id: 'a1',
          text: 'Write to the delegation about the visit.',
          owner: 'Aigerim Invented',
          due: '2026-12-09',
        },
        { id: 'a2', text: 'Найти ответ министерства на письмо.', owner: 'Bolat Invented', due: '2026-12-11' },
      ],
      notes: ['The ministry did not answer the letter of March.', 'Өңірлерде тізілім әлі жабық.'],
      amendments: [{ text: 'The letter was of 3 March.', by: 'Bolat Invented', comment: 'So it was.' }],
      leaves: ['partner'],
    },
    {
      ...nothing,
      id: 'topic:t1',
      subject: { kind: 'topic', key: 't1' },
      title: 'Who speaks at the round',
      late: true,
      recusals: [{ name: 'Bolat Invented', reason: 'he is a candidate' }],
      decisions: [{ id: 'd2', text: 'Aigerim speaks.', sealed: false, detail: noDetail }],
      notes: ['Two can speak, for five minutes each.'],
      leaves: [],
    },
    {
      ...nothing,
      id: 'topic:t2',
      subject: { kind: 'topic', key: 't2' },
      title: 'The room for the press',
      dropped: 'The delegation has a room.',
      leaves: [],
    },
  ],
}

const squeeze = (text: string) => text.replace(/\s+/g, '')

test.each(['en', 'ru', 'kk'] as const)(
  'LibreOffice reads minutes in %s word for word, and they say what the PDF says',
  async (language) => {
    const document = buildMinutesDocument(minutes, language)
    const ours = await buildDocx(document)
    const before = readDocx(ours)
    expect(squeeze((await readPdf(await buildPdf(document, getDocumentFonts()))).body)).toBe(
      squeeze(before.body),
    )
    if (language !== 'en') return
    const after = readDocx(new Uint8Array(readFileSync(convert('docx', ours))))
    expect(squeeze(after.body)).toBe(squeeze(before.body))
    expect(after.files['word/document.xml']).toMatch(/<w:tblHeader(?: w:val="true")?\/>/)
  },
)

test('LibreOffice sets short minutes on one page, which says in its foot what it is', async () => {
  const file = await buildDocx(buildMinutesDocument(minutes, 'en'))
  const { pages } = await readPdf(new Uint8Array(readFileSync(convert('pdf', file))))
  expect(pages).toBe(1)
  const footer = readDocx(file).files['word/footer1.xml'] ?? ''
  expect(footer).toContain(
    'DRAFT · Waymark · An invented country · minutes 9d6b19efd6c584ba · record of 20 November 2026',
  )
})
