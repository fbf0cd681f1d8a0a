import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Drawn, draw } from './drawing.tsx'

const strange = `"quoted" & 'single' <b>bold</b> ұ`

test('a part of a drawing is what React would write for its elements, whatever its values', () => {
  const parts = [draw('g', { id: strange }, draw('path', { d: 'M0 0', 'stroke-width': 1.5 }))]
  const written = renderToStaticMarkup(<Drawn as="svg" className="du" aria-label={strange} parts={parts} />)
  const asElements = renderToStaticMarkup(
    <svg className="du" aria-label={strange}>
      <g id={strange}>
        <path d="M0 0" strokeWidth={1.5} />
      </g>
    </svg>,
  )
  // React writes an end tag where a drawing may close itself, and an apostrophe as a number.
  const plain = (text: string) =>
    text.replace('></path>', '/>').replaceAll('&#x27;', "'").replaceAll('&gt;', '>')
  expect(plain(written)).toBe(plain(asElements))
})
