import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { renderDocument } from './render-document.ts'

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
