import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { renderDocument } from './render-document.ts'

const render = async (text: string) => {
  const element = <p>{text}</p>
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
      const { html, whole } = await render('x'.repeat(shift) + letter.repeat(5_000))
      expect(html).toBe(whole)
    }
  },
)
