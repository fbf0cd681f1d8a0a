import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const css = read('./tokens.css')

type Tokens = Record<string, string>
const parseColours = (block: string): Tokens =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, value]),
  )
const [before = '', after = ''] = css.split('@media (prefers-color-scheme: dark)')
const light = parseColours(before)
const dark = { ...light, ...parseColours(after.slice(0, after.indexOf('}'))) }

type Rgb = [number, number, number]
const parseHex = (hex: string): Rgb => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c).join('') : hex.slice(1)
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255) as Rgb
}
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const get = (tokens: Tokens, name: string): Rgb => {
  const value = tokens[name]
  if (value === undefined) throw new Error(`no colour --${name}`)
  return parseHex(value).map(linear) as Rgb
}
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const contrast = (a: Rgb, b: Rgb) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB. */
const simulations: Record<string, Rgb[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const simulate = (colour: Rgb, matrix: Rgb[]) =>
  matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, k, i) => sum + k * (colour[i] ?? 0), 0),
      ),
    ),
  ) as Rgb
const lab = ([r, g, b]: Rgb): Rgb => {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
/** CIE76. */
const getLabDistance = (one: Rgb, two: Rgb): number => {
  const other = lab(two)
  return Math.hypot(...lab(one).map((value, i) => value - (other[i] ?? 0)))
}
/** CIEDE2000. */
const distance = (one: Rgb, two: Rgb): number => {
  const [l1, a1, b1] = lab(one)
  const [l2, a2, b2] = lab(two)
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)))
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)]
  const hue = (a: number, b: number) => (Math.atan2(b, a) * (180 / Math.PI) + 360) % 360
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)]
  let dh = c1 * c2 === 0 ? 0 : h2 - h1
  if (dh > 180) dh -= 360
  if (dh < -180) dh += 360
  const rad = Math.PI / 180
  const [dl, dc, dH] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad)]
  const [lm, cm] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const hm = Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : ((h1 + h2 + 360) / 2) % 360
  const t =
    1 -
    0.17 * Math.cos((hm - 30) * rad) +
    0.24 * Math.cos(2 * hm * rad) +
    0.32 * Math.cos((3 * hm + 6) * rad) -
    0.2 * Math.cos((4 * hm - 63) * rad)
  const sl = 1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2)
  const [sc, sh] = [1 + 0.045 * cm, 1 + 0.015 * cm * t]
  const turn =
    -Math.sin(60 * Math.exp(-(((hm - 275) / 25) ** 2)) * rad) * 2 * Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7))
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dH / sh) ** 2 + turn * (dc / sc) * (dH / sh))
}

const filled = ['l1', 'l2', 'l3', 'l4', 'contrary']

describe.each([
  [
    'light',
    light,
    {
      ink: 17.4,
      'ink-2': 7.8,
      accent: 9,
      field: 4.2,
      l0: 4.7,
      l1: 3,
      l2: 5,
      l3: 9,
      l4: 15.3,
      contrary: 6.2,
      hatch: 4.3,
    },
  ],
  [
    'dark',
    dark,
    {
      ink: 15.3,
      'ink-2': 8.5,
      accent: 9,
      field: 4.2,
      l0: 6.3,
      l1: 3.9,
      l2: 6.9,
      l3: 11,
      l4: 16.4,
      contrary: 8.1,
      hatch: 6,
    },
  ],
] as const)('colours, %s', (_, tokens, floors) => {
  it.each(Object.entries(floors))('--%s keeps its contrast of %d to the page', (name, floor) => {
    // the stated ratios are rounded to one decimal
    expect(contrast(get(tokens, name), get(tokens, 'page'))).toBeGreaterThanOrEqual(floor - 0.05)
  })
  it('every text colour reaches 4.5 on the page and on the sunk ground', () => {
    for (const name of ['ink', 'ink-2', 'accent', 'contrary']) {
      for (const ground of ['page', 'sunk']) {
        expect(
          contrast(get(tokens, name), get(tokens, ground)),
          `${name} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(get(tokens, 'on-contrary'), get(tokens, 'contrary'))).toBeGreaterThanOrEqual(4.5)
  })
  it('drawn marks and field borders reach 3 on the page', () => {
    for (const name of ['l0', 'l1', 'l2', 'l3', 'l4', 'contrary', 'hatch', 'field', 'focus']) {
      expect(contrast(get(tokens, name), get(tokens, 'page')), name).toBeGreaterThanOrEqual(2.95)
    }
  })
  it('the five levels grow in contrast with progress', () => {
    const steps = ['l1', 'l2', 'l3', 'l4'].map((name) => contrast(get(tokens, name), get(tokens, 'page')))
    for (let i = 1; i < steps.length; i += 1)
      expect((steps[i] ?? 0) / (steps[i - 1] ?? 1)).toBeGreaterThan(1.45)
  })
  it.each(Object.entries(simulations))('levels and brick stay apart under %s', (_name, matrix) => {
    for (const [i, one] of filled.entries()) {
      for (const two of filled.slice(i + 1)) {
        const a = simulate(get(tokens, one), matrix)
        const b = simulate(get(tokens, two), matrix)
        // the design's figure is the plain distance in Lab; CIEDE2000 is the harder measure of dark blues
        expect(getLabDistance(a, b), `${one} and ${two}`).toBeGreaterThanOrEqual(14.7)
        expect(distance(a, b), `${one} and ${two}`).toBeGreaterThanOrEqual(10)
      }
    }
  })
})

describe('style sheets', () => {
  const sheets = ['tokens', 'waymark', 'desk'].map((name) => [name, read(`./${name}.css`)] as const)
  it('hold no raw colour outside the tokens', () => {
    for (const [name, text] of sheets.slice(1))
      expect(text.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsl/gi), name).toBeNull()
  })
  it('stay under 30 kB together once white space and comments are taken out', () => {
    const bare = sheets
      .map(([, text]) =>
        text
          .replaceAll(/\/\*[\s\S]*?\*\//g, '')
          .replaceAll(/\s+/g, ' ')
          .replaceAll(/ ?([{};:,>]) ?/g, '$1'),
      )
      .join('')
    expect(bare.length).toBeLessThan(30_000)
  })
  it('load the five font files of the packages and no other', () => {
    const urls = [...css.matchAll(/url\("(@fontsource[^"]+\.woff2)"\)/g)].map(([, url]) => url ?? '')
    expect(urls).toHaveLength(5)
    for (const url of urls) {
      const file = new URL(`../../node_modules/${url}`, import.meta.url)
      expect(readFileSync(file).subarray(0, 4).toString(), url).toBe('wOF2')
    }
  })
  it('use every custom property only where a token defines it', () => {
    const defined = new Set(
      [
        ...sheets
          .map(([, text]) => text)
          .join('')
          .matchAll(/(--[\w-]+):/g),
      ].map(([, name]) => name),
    )
    for (const [name, text] of sheets) {
      for (const [, used] of text.matchAll(/var\((--[\w-]+)/g))
        expect(defined, `${name} uses ${used}`).toContain(used)
    }
  })
})
