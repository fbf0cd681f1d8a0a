import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { listLinks } from './list-links.ts'
import { BrokenLinkError, writeRelease } from './write-release.ts'

const dirs: string[] = []
const makeDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'waymark-release-'))
  dirs.push(dir)
  return dir
}
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true })
})

const cut = { dossier: 'one', asOf: '2026-11-30', knownAt: '2026-11-30T12:00:00.000Z', method: 'm2' }
const query = 'asOf=2026-11-30&knownAt=2026-11-30T12%3A00%3A00.000Z&method=m2'
const inHtml = query.replaceAll('&', '&amp;')

/** A site of two languages; every page says by which address it was asked for. */
const buildSite = (extra = '') => {
  const asked: string[] = []
  const app = new Hono()
  app.get('/assets/style.css', (c) => {
    c.header('content-type', 'text/css')
    return c.body('@font-face{src:url("/assets/font.woff2")}')
  })
  app.get('/assets/font.woff2', (c) => c.body('font', 200, { 'content-type': 'font/woff2' }))
  app.get('/:page{about|accessibility|privacy}', (c) => c.html('<p>about</p>'))
  app.get('/ru/:page{about|accessibility|privacy}', (c) => c.html('<p>о сайте</p>'))
  app.get('/one.json', (c) => c.json({ asOf: c.req.query('asOf') }))
  app.get('/one/data.csv', (c) => c.text(`a,b\n${c.req.query('asOf')}`))
  app.get('/:rest{(ru/)?one(/list)?}', (c) => {
    asked.push(`${c.req.path}?${new URL(c.req.url).searchParams}`)
    return c.html(
      `<link rel="stylesheet" href="/assets/style.css"><a href="/ru/one?${inHtml}">ru</a><a href="/one/list?${inHtml}">all</a>
       <a href="/one/list?${inHtml}&amp;area=x">filtered</a><a href="/one?asOf=2013-11-27">another day</a>
       <a href="/one/list">newest</a><a href="/one/data.csv?${inHtml}">data</a><a href="/one.json?${inHtml}">data</a><a href="/two">another dossier</a>
       <a href="/one-more.json">its data</a>
       <a href="/desk">desk</a><a href="https://elsewhere.example/one">elsewhere</a><a href="#part">part</a>${extra}`,
    )
  })
  return { app, asked }
}
const write = (app: Hono, dir: string) =>
  writeRelease(
    { answer: (request) => app.fetch(request), origin: 'https://record.example', languages: ['', '/ru'] },
    cut,
    dir,
  )

test('everything of the cut that links reach is written, byte for byte as the site answers it, and nothing else', async () => {
  const { app, asked } = buildSite()
  const dir = makeDir()
  const release = await write(app, dir)
  expect(release.files.map(({ path }) => path)).toEqual([
    'about/index.html',
    'accessibility/index.html',
    'assets/font.woff2',
    'assets/style.css',
    'index.html',
    'one.json',
    'one/data.csv',
    'one/index.html',
    'one/list/index.html',
    'privacy/index.html',
    'ru/about/index.html',
    'ru/accessibility/index.html',
    'ru/one/index.html',
    'ru/privacy/index.html',
  ])
  const live = await app.request(`/one/list?${query}`)
  expect(readFileSync(join(dir, 'one/list/index.html'), 'utf8')).toBe(await live.text())
  expect(readFileSync(join(dir, 'one/data.csv'), 'utf8')).toBe('a,b\n2026-11-30')
  expect(readdirSync(dir).sort()).toEqual(
    ['about', 'accessibility', 'assets', 'index.html', 'one', 'one.json', 'privacy', 'ru'].sort(),
  )
  // Each page once, and always by the cut, also where a link asks for the newest.
  expect(new Set(asked.map((address) => address.split('?')[1]))).toEqual(new Set([query]))
  // A filter and another day: a folder of files cannot answer them.
  expect(release.left).toBe(2)
})

test('pictures of the dossier go along: the card of a page, and those for other pages', async () => {
  const { app } = buildSite(
    `<meta property="og:image" content="https://record.example/one/card.png?${inHtml}"/>
     <a href="/ru/embed/one/areas/a.svg?${inHtml}">SVG</a><a href="/embed/one/areas/a">frame</a><a href="/embed/two.svg">other</a>`,
  )
  app.get('/one/card.png', (c) => c.body('card'))
  app.get('/ru/embed/one/areas/a.svg', (c) => c.body('<svg/>', 200, { 'content-type': 'image/svg+xml' }))
  const dir = makeDir()
  const paths = (await write(app, dir)).files.map(({ path }) => path)
  expect(paths.filter((path) => /card|embed/.test(path))).toEqual([
    'one/card.png',
    'ru/embed/one/areas/a.svg',
  ])
  expect(readFileSync(join(dir, 'one/card.png'), 'utf8')).toBe('card')
})

test('a link to what the site does not answer stops the release, and says where it stands', async () => {
  const { app } = buildSite('<a href="/one/gone">gone</a>')
  await expect(write(app, makeDir())).rejects.toThrow(BrokenLinkError)
  await expect(write(app, makeDir())).rejects.toThrow(/\/one.* leads to \/one\/gone, which is answered 404/)
})

test('no address leads out of the folder', async () => {
  const { app } = buildSite(
    '<a href="/one/%2e%2e/%2e%2e/%2e%2e/etc/x">out</a><a href="/one/..%2f..%2fx">out</a>',
  )
  const dir = makeDir()
  const { files } = await write(app, dir)
  expect(files.filter(({ path }) => path.includes('..'))).toEqual([])
})

test('links are found in pages and style sheets, with their entities read; those of feeds are left alone', () => {
  expect(
    listLinks(
      '<a href="/a?b=1&amp;c=%22">x</a> <img src="/p.svg" srcset="/q.png 1x, /r.png 2x">',
      'text/html',
    ),
  ).toEqual(['/a?b=1&c=%22', '/p.svg', '/q.png', '/r.png'])
  expect(listLinks('a{background:url(/x.svg)} b{src:url( "/y.woff2" )}', 'text/css; charset=utf-8')).toEqual([
    '/x.svg',
    '/y.woff2',
  ])
  expect(
    listLinks(
      '<meta property="og:image" content="https://one.example/one/card.png?a=1&amp;b=2"/>',
      'text/html',
    ),
  ).toEqual(['https://one.example/one/card.png?a=1&b=2'])
  expect(listLinks('<link href="/later"/>', 'application/atom+xml')).toEqual([])
  expect(listLinks('href="/not"', 'application/json')).toEqual([])
})
