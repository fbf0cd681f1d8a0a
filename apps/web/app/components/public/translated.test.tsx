import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentContext } from '../../document-scope.ts'
import { RecommendationPage } from './recommendation-page.tsx'
import { asked, origin } from './testing/pages.tsx'
import { aFrame, aRecommendation } from './testing/views.ts'
import { translateView } from './translate-view.ts'

const original = 'Repeal the invented law'
const text = 'Отменить вымышленный закон'

function render(outdatedSince: string | null, originalLanguage: string | null = null) {
  const frame = aFrame()
  const texts = [
    {
      kind: 'recommendation' as const,
      key: 'XX-2020-01',
      field: 'title' as const,
      original,
      originalLanguage,
      text,
      outdatedSince,
    },
  ]
  const view = translateView(
    aRecommendation({ frame: { ...frame, cut: { ...frame.cut, lang: 'ru', texts } } }),
  )
  return renderToStaticMarkup(
    <DocumentContext.Provider
      value={{ language: 'ru', address: '/utopia', origin: null, nonce: '', script: false }}
    >
      <RecommendationPage view={view} asked={asked} origin={origin} />
    </DocumentContext.Provider>,
  )
}

test('a translation says that it is one, and leads to its original on the same page', () => {
  const html = render(null)
  expect(html).toContain(`<h1>${text}</h1>`)
  expect(html).toMatch(/<a [^>]*href="#original-1"[^>]*>перевод<\/a>/)
  expect(html).toMatch(new RegExp(`<li id="original-1"><span lang="en">${original}</span>`))
  expect(html).not.toContain('устарел')
})

test('one that is out of date says so where it stands, and since when beside its original', () => {
  const html = render('2021-03-04T10:00:00.000Z')
  expect(html).toMatch(/<a [^>]*href="#original-1"[^>]*>перевод, устарел<\/a>/)
  expect(html).toContain('оригинал был изменён 4 марта 2021 года.')
})

test('an original is in the language of the source that it quotes, where the record says so', () => {
  expect(render(null, 'fr')).toMatch(new RegExp(`<li id="original-1"><span lang="fr">${original}</span>`))
})
