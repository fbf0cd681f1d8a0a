import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Gallery } from './gallery.tsx'

const html = renderToStaticMarkup(<Gallery />)
const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found)

describe('every component together', () => {
  it('needs no script and no inline style', () => {
    expect(html).not.toMatch(/<script| style=| on[a-z]+=/)
  })
  it('has unique ids, and every reference has its target', () => {
    const ids = all(/ id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const references = [
      ...all(/ for="([^"]+)"/g),
      ...all(/aria-(?:labelledby|describedby)="([^"]+)"/g).flatMap((value) => value.split(' ')),
    ]
    for (const reference of references) expect(ids).toContain(reference)
    for (const mark of all(/<use href="#([^"]+)"/g)) expect(ids).toContain(mark)
  })
  it('has one first heading and skips no rank', () => {
    const ranks = all(/<h([1-6])/g).map(Number)
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
    for (const [i, rank] of ranks.entries()) expect(rank - (ranks[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  })
  it('names every image, region and navigation', () => {
    for (const tag of all(/(<[^>]+role="(?:img|group)"[^>]*>)/g))
      expect(tag).toMatch(/aria-label(ledby)?="[^"]+"/)
    for (const tag of all(/(<(?:nav|section|aside)[^>]*>)/g))
      expect(tag).toMatch(/aria-label(ledby)?="[^"]+"/)
  })
  it('every control has a label', () => {
    const labels = all(/<label[^>]* for="([^"]+)"/g)
    for (const tag of all(/(<(?:input|select|textarea)[^>]*>)/g)) {
      if (/type="(hidden|radio)"/.test(tag)) continue
      expect(labels).toContain(/ id="([^"]+)"/.exec(tag)?.[1])
    }
  })
})

describe('the package', () => {
  const sources = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => name.endsWith('.tsx') && !/gallery|test/.test(name),
  )
  it('holds no sentence of its own: every text between tags is an expression', () => {
    for (const name of sources) {
      const text = readFileSync(new URL(name, import.meta.url), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/\/\/.*/g, '')
      const words = [
        ...text.matchAll(/<\/?[a-zA-Z]+(?: [a-zA-Z]+="[^"]*")*>([^<>{}=;()]*[A-Za-z]{3,}[^<>{}=;()]*)</g),
      ].map(([, found]) => found)
      expect(words, name).toEqual([])
      expect(text, name).not.toMatch(/(?:aria-label|title|alt|placeholder)="/)
    }
  })
})
