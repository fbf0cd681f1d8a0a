import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, expect, test } from 'vitest'
import { buildDocx } from '../src/formats/docx.ts'
import { readDocx } from '../test/read-document.ts'
import { sampleDocument } from '../test/sample-document.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens the sample document in LibreOffice and saves it in another format. */
function convert(extension: string, bytes: Uint8Array): Uint8Array {
  const file = join(folder, 'sample.docx')
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const out = join(folder, extension)
  const run = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', extension, '--outdir', out, file],
    {
      timeout: 150_000,
    },
  )
  if (run.status !== 0) throw new Error(`LibreOffice did not open it: ${String(run.stderr)}`)
  return new Uint8Array(readFileSync(join(out, `sample.${extension}`)))
}

const squeeze = (text: string) => text.replace(/\s+/g, '')

test('LibreOffice sets a Word document on one page, with its footnotes, its footer and the letters of Kazakh', async () => {
  const pdf = await getDocumentProxy(convert('pdf', await buildDocx(sampleDocument)))
  const { totalPages, text } = await extractText(pdf, { mergePages: true })
  expect(totalPages).toBe(1)
  for (const part of [
    'An invented country: a brief',
    'өңірде, үй ішінде һәм',
    'Another invented source, 2024.',
  ])
    expect(squeeze(text)).toContain(squeeze(part))
  expect(squeeze(text)).toContain(squeeze(`${sampleDocument.footer}Page 1 of 1`))
})

test('LibreOffice reads every word and footnote of a Word document, and gives them back as it found them', async () => {
  const [ours, theirs] = [await buildDocx(sampleDocument), convert('docx', await buildDocx(sampleDocument))]
  const [before, after] = [readDocx(ours), readDocx(theirs)]
  expect(squeeze(after.body)).toBe(squeeze(before.body))
  expect(after.notes.map(squeeze)).toEqual(before.notes.map(squeeze))
  expect(after.alts).toEqual(before.alts)
  expect(after.files['word/document.xml']).toMatch(/<w:tblHeader(?: w:val="true")?\/>/)
})
