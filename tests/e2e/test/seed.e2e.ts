import { publicMessages } from '@waymark/messages/en/public'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPage, site } from '../src/browser.ts'
import { dossier, getCase, getCommitment, getRound, getSource } from '../src/dossier.ts'
import { followLink, oneLine, readText } from '../src/links.ts'

const seed = getSource('seed')
const { nav } = publicMessages

let page: Page
beforeAll(async () => {
  page = await openPage('/kazakhstan')
})

const start = async (...way: string[]) => {
  await page.goto('/kazakhstan')
  for (const name of way) await followLink(page, name)
}

/** The first link to a recommendation in the part of the page. */
const recommendationLink = (ref: string) =>
  page.locator(`a[href^="/kazakhstan/recommendations/${ref}"]`).first()

/** `/kazakhstan/recommendations/*?asOf#`: what two links of one kind have in common. */
const getKind = (path: string): string => {
  const { pathname, searchParams, hash } = new URL(path, site.url)
  const route = pathname.replace(/^(\/[^/]+\/[^/]+\/)[^/.]+/, '$1*')
  return `${route}?${[...searchParams.keys()].join()}${hash === '' ? '' : '#'}`
}

const concerns = dossier.areas.filter(({ key }) => key !== 'cross-cutting')

describe('from the scorecard by links alone', () => {
  test('the seven concerns of the starting statement are the seven areas before the cross-cutting one', () => {
    expect(concerns).toHaveLength(7)
  })

  test.for(concerns)(
    'the concern “$title” leads to each of its recommendations with its source and place',
    async (area) => {
      await start()
      await page.getByRole('row').filter({ hasText: area.title }).getByRole('link').first().click()
      expect(new URL(page.url()).searchParams.get('area')).toBe(area.key)
      const own = dossier.recommendations.filter((one) => one.area === area.key && one.source === 'seed')
      expect(own.length).toBeGreaterThan(0)
      const [first] = own
      if (first === undefined) return
      expect(await recommendationLink(first.ref).count()).toBe(1)
      for (const { ref } of own) expect(await recommendationLink(ref).count(), ref).toBe(1)
      await recommendationLink(first.ref).click()
      const text = await readText(page)
      expect(text).toContain(oneLine(first.text))
      expect(text).toContain(oneLine(seed.title))
      expect(text).toContain(first.locator)
    },
  )

  const named = [
    'roza-tuletaeva',
    'vladimir-kozlov',
    'shalabayeva',
    'mukhtar-ablyazov',
    'akhmedyarov-attack',
    'zinaida-mukhortova',
    'alexander-kharlamov',
    'vadim-kuramshin',
  ].map(getCase)

  test.for(named)(
    'the case $publicName is shown with its statuses from the statement and their place, and leads to its recommendations',
    async ({ key, publicName, recommendations, statuses }) => {
      await start(nav.cases)
      const article = page.locator(`article#${key}`)
      expect(await article.getByRole('heading').innerText()).toBe(publicName)
      const text = oneLine(await article.innerText())
      const fromSeed = statuses.filter(({ source }) => source === 'seed')
      expect(fromSeed.length).toBeGreaterThan(0)
      expect(text).toContain(oneLine(seed.title))
      for (const { note } of fromSeed) expect(text).toContain(note)
      for (const ref of recommendations) expect(text).toContain(ref)
      await article.locator(`a[href^="/kazakhstan/recommendations/${recommendations[0]}"]`).click()
      expect(await readText(page)).toContain(publicName)
    },
  )

  test.for(['hrd-2011', 'hrd-05'].map(getRound))(
    'the dialogue round “$title” is shown with its source',
    async ({ key, title }) => {
      await start(nav.rounds)
      const section = page.locator(`section#${key}, section[aria-labelledby="${key}"], #${key}`).first()
      const text = oneLine(await section.innerText())
      expect(text).toContain(title)
      expect(text).toContain(oneLine(seed.title))
    },
  )

  const statements = [
    'eu-2007-results-oriented',
    'ep-2012-11-must-be-linked',
    'hrvp-2012-will-be-influenced',
  ].map(getCommitment)

  test.for(statements)(
    'the EU statement “$summary” is shown with its source and place',
    async ({ summary, locator }) => {
      await start()
      await page.getByRole('link', { name: publicMessages.scorecard.recordStatements }).first().click()
      const text = await readText(page)
      expect(text).toContain(oneLine(summary))
      const line = oneLine(
        await page
          .locator('main')
          .locator('tr, li, article')
          .filter({ hasText: summary })
          .first()
          .innerText(),
      )
      expect(line).toContain(oneLine(seed.title))
      expect(line).toContain(locator)
    },
  )

  test('the statement itself leads to everything that rests on it', async () => {
    await start('Cases')
    const link = page.locator('a[href*="/kazakhstan/sources"]').filter({ hasText: seed.title }).first()
    await link.click()
    expect(new URL(page.url()).pathname).toBe('/kazakhstan/sources')
    const text = await readText(page, 'article#seed')
    const { recommendations, evidence, commitments, rounds, cases } = publicMessages.sources
    for (const title of [seed.title, recommendations, evidence, commitments, rounds, cases]) {
      expect(text).toContain(oneLine(title))
    }
  })

  test('no link of a public page leads to nothing', async () => {
    const paths = new Set<string>(['/', '/kazakhstan'])
    const broken: string[] = []
    const seen = new Set<string>()
    const places = Object.keys(nav).filter((name) => name !== 'label' && name !== 'scorecard')
    for (const name of places) paths.add(`/kazakhstan/${name}`)
    paths.add('/kazakhstan/recommendations/KZ-2013-18').add('/kazakhstan/milestones/epca-signed')
    for (const path of paths) {
      await page.goto(path)
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
      const fragments = await page
        .locator('a[href^="#"]')
        .evaluateAll((links) =>
          links
            .map((a) => a.getAttribute('href') ?? '')
            .filter(
              (href) => href !== '#' && document.getElementById(decodeURIComponent(href.slice(1))) === null,
            ),
        )
      broken.push(...fragments.map((fragment) => `${path}${fragment}`))
      for (const href of hrefs) {
        const url = new URL(href, page.url())
        if (url.origin === site.url) seen.add(`${url.pathname}${url.search}${url.hash}`)
      }
    }
    // One of each kind: the same route with another key is the same code.
    const kinds = new Map([...seen].map((path) => [getKind(path), path]))
    for (const path of kinds.values()) {
      const { pathname, search, hash } = new URL(path, site.url)
      const response = await fetch(`${site.url}${pathname}${search}`)
      const text = await response.text()
      const target = decodeURIComponent(hash.slice(1))
      if (response.status !== 200) broken.push(`${path}: ${response.status}`)
      else if (target !== '' && !text.includes(`id="${target}"`)) broken.push(`${path}: no such place on it`)
    }
    expect(broken).toEqual([])
  })
})
