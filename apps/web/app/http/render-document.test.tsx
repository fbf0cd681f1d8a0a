import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { renderDocument, renderStaticDocument } from './render-document.ts'

/** Many short texts: React encodes long ones apart. */
const render = async (start: string, text: string) => {
  const element = (
    <p>
      <b>{start}</b>
      {Array.from({ length: 2_000 }, (_, n) => (
        <i key={n}>{text}</i>
      ))}
    </p>
  )
  const bytes = await renderDocument(element, new AbortController().signal, (error) => {
    throw error
  })
  return {
    html: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    whole: renderToStaticMarkup(element),
  }
}

test.each([0, 1, 2, 3])(
  'letters of several bytes come through whole wherever they lie, shifted by %d',
  async (shift) => {
    for (const letter of ['ә', 'Ж', '…', '😀']) {
      const { html, whole } = await render('x'.repeat(shift), letter.repeat(7))
      expect(html).toBe(whole)
    }
  },
)

test('a page without a script is the same document, but for what React writes to find its way in it again', async () => {
  const name = 'ә'
  const element = (
    <html lang="kk">
      <head>
        <title>Test</title>
      </head>
      <body>
        <p>
          One {name} and {2} more: &amp; {'<'}
        </p>
      </body>
    </html>
  )
  const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const streamed = decode(
    await renderDocument(element, new AbortController().signal, (error) => {
      throw error
    }),
  )
  const plain = decode(renderStaticDocument(element))
  expect(plain.startsWith('<!DOCTYPE html><html lang="kk">')).toBe(true)
  expect(plain).toBe(streamed.replaceAll('<!-- -->', ''))
  expect(plain).not.toBe(streamed)
})

test('what a component throws is thrown, not written', () => {
  const Broken = () => {
    throw new Error('broken')
  }
  expect(() => renderStaticDocument(<Broken />)).toThrow('broken')
})
