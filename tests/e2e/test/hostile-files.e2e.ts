import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { en } from '@waymark/messages/refusals/en'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openPage, openSignedIn } from '../src/browser.ts'

const copy = deskEvidence
const form = '/desk/kazakhstan/evidence/new'
const evil = /EVIL|<script|JavaScript|OpenAction/
const latin = (text: string) => Buffer.from(text, 'latin1')

/** A page of PDF that runs script when opened; its table of places is missing, which every reader forgives. */
const pdf = latin(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\("EVIL"\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF<script>alert("EVIL")</script>`)
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const taken = [
  {
    name: 'a page named as a paper.pdf',
    bytes: latin('<!doctype html><p>Words</p><script>alert("EVIL")</script>'),
    original: 'text/html',
    shown: 'text/plain; charset=utf-8',
  },
  { name: 'a paper that runs.html', bytes: pdf, original: 'application/pdf', shown: 'application/pdf' },
  {
    name: 'a picture with a page at its end.svg',
    bytes: Buffer.concat([dot, latin('<script>alert("EVIL")</script>')]),
    original: 'image/png',
    shown: 'image/png',
  },
]

const refused = [
  {
    name: 'drawing.png',
    bytes: latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert("EVIL")</script></svg>'),
    code: 'file-type-refused',
  },
  { name: 'paper.pdf', bytes: latin('GIF89a/*EVIL*/=1;alert(1)'), code: 'file-type-refused' },
  {
    name: 'paper.docx',
    bytes: Buffer.from(zipSync({ '../../evil.html': strToU8('<script>') })),
    code: 'file-does-not-match-its-type',
  },
  {
    name: 'bomb.docx',
    bytes: Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(20_000_000) })),
    code: 'file-holds-too-much',
  },
] as const

let analyst: Page
beforeAll(async () => {
  analyst = await openSignedIn('analyst', form, { javaScriptEnabled: true })
})

async function send(name: string, buffer: Buffer): Promise<void> {
  await analyst.goto(form)
  // What the browser would say of it is what its name says.
  await analyst
    .getByLabel(copy.upload, { exact: true })
    .setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await analyst.getByRole('button', { name: copy.keep, exact: true }).click()
}

test.each(taken)(
  '$name: given out as what it is, as an attachment in a sandbox, and its copy runs nothing',
  async ({ name, bytes, original, shown }) => {
    await send(name, bytes)
    await analyst.getByRole('status').waitFor()
    const id = await analyst.locator('input[name=file]').getAttribute('value')
    const path = `/desk/kazakhstan/files/${id}`
    for (const [address, type] of [
      [path, shown],
      [`${path}?copy=original`, original],
    ] as const) {
      const answer = await analyst.request.get(address)
      expect(answer.status()).toBe(200)
      const headers = answer.headers()
      expect({ address, type: headers['content-type'] }).toEqual({ address, type })
      expect(headers['content-disposition']).toMatch(/^attachment;/)
      expect(headers['content-security-policy']).toMatch(/^sandbox;/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toContain('no-store')
      const body = await answer.body()
      if (address === path) expect(body.toString('latin1')).not.toMatch(evil)
      else expect(body.equals(bytes)).toBe(true)
    }
    // A browser that is sent there keeps the file and stays where it was.
    const before = analyst.url()
    const download = analyst.waitForEvent('download')
    await analyst.goto(`${path}?copy=original`).catch(() => null)
    await (await download).cancel()
    expect(analyst.url()).toBe(before)
    const stranger = await openPage('/')
    expect((await stranger.request.get(path, { maxRedirects: 0 })).status()).not.toBe(200)
  },
)

test.each(refused)('$name: refused in a sentence, and nothing is kept', async ({ name, bytes, code }) => {
  await send(name, bytes)
  const said = await analyst.getByRole('alert').innerText()
  expect(said).toContain(en[code]({ type: 'DOCX' }))
  expect(await analyst.locator('input[name=file]').count()).toBe(0)
})
