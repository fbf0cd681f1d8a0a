import { fileTypeFromBuffer } from 'file-type'
import { afterAll, expect, test } from 'vitest'
import { type Hostile, listHostileUploads } from '../test/hostile-uploads.ts'
import { parseZip } from './formats/zip.ts'
import { inspectFile } from './inspect-file.ts'
import { docxType } from './media-type.ts'

const uploads = await listHostileUploads()
const evil = /EVIL|<script|<\?php|javascript|\/JS\b|\/Launch|\/OpenAction|\/XFA/i

afterAll(() => {
  expect(uploads.length).toBeGreaterThanOrEqual(60)
  expect(new Set(uploads.map(({ what }) => what)).size).toBe(uploads.length)
})

/** The copy and, of an archive, each of its parts. */
function listParts(bytes: Uint8Array): string[] {
  const zip = parseZip(bytes)
  const parts = zip.ok
    ? [...zip.value.entries()].flatMap(([name, part]) => [Buffer.from(name), part])
    : [bytes]
  return parts.map((part) => Buffer.from(part).toString('latin1'))
}

test.concurrent.each(uploads)(
  '$what: nothing else than what it is, and nothing in its copy that runs',
  async ({ what, bytes, expected }: Hostile) => {
    const result = await inspectFile(bytes, { name: 'paper.pdf' })
    if (!result.ok) {
      expect({ expected, code: result.error.code }).toEqual({
        expected: null,
        code: expect.stringMatching(/^file-/),
      })
      return
    }
    const { mediaType, working } = result.value
    expect({ what, mediaType }).toEqual({ what, mediaType: expected })
    if (working === null) return
    expect(working.mediaType).toBe(expected === 'text/html' ? 'text/plain' : expected)
    const found = (await fileTypeFromBuffer(working.bytes))?.mime
    expect(found).toBe(working.mediaType === 'text/plain' ? undefined : working.mediaType)
    for (const part of listParts(working.bytes)) expect(part).not.toMatch(evil)
    if (working.mediaType === docxType) expect(listParts(working.bytes).join()).not.toContain('evil')
  },
)
