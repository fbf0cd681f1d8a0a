import { readFileSync } from 'node:fs'
import { languages } from '@waymark/messages/language'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { typesetter } from '../../server/pictures/typesetter.ts'
import { writePng } from '../../server/pictures/write-png.ts'
import { getWords } from '../components/public/get-words.ts'
import { aChangeList } from '../components/public/testing/changes.ts'
import {
  aFrame,
  aMatrix,
  aMilestone,
  anOverview,
  aRecommendation,
} from '../components/public/testing/views.ts'
import type { Words } from '../components/public/words.ts'
import { drawPicture } from './compose.tsx'
import { getAlternative, hideBeforeRecord, type Picture, type Shape } from './picture.ts'
import { breakLines, buildText, createSheet, fitText, type TextStyle } from './sheet.tsx'
import { buildChangesPicture } from './subjects/changes.tsx'
import { buildLinkagePicture } from './subjects/linkage.tsx'
import { buildMilestonePicture } from './subjects/milestone.tsx'
import { buildRecommendationPicture } from './subjects/recommendation.tsx'
import { buildAreaPicture, buildScorecardPicture } from './subjects/scorecard.tsx'
import type { themes } from './themes.ts'
import type { Face } from './typesetter.ts'

const faces: readonly Face[] = ['serif', 'sans', 'strong']
const serif: TextStyle = { face: 'serif', size: 30, leading: 36 }

const lower = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const latin = 'abcdefghijklmnopqrstuvwxyz'
const signs = '0123456789.,:;!?–—-−+%()[]/«»“”‘’…·№&@→'

test.each(faces)(
  '%s has every letter of the Kazakh, Russian and English alphabets, and the signs of texts',
  (face) => {
    const all = `${lower}${lower.toUpperCase()}${latin}${latin.toUpperCase()}${signs} \u00a0`
    expect(typesetter.listMissing(all, face)).toEqual([])
    const outlines = [...all]
      .filter((letter) => letter.trim() !== '')
      .map((letter) => typesetter.setLine(letter, face, 20).glyphs)
    for (const glyphs of outlines)
      expect(glyphs.map(({ id }) => typesetter.getOutline(id).length > 10)).toEqual([true])
  },
)

test('the titles of the starter dossier have an outline for each of their letters, in three languages', () => {
  const file = JSON.parse(
    readFileSync(new URL('../../../../packages/dossiers/data/kazakhstan.json', import.meta.url), 'utf8'),
  ) as unknown
  const texts: string[] = []
  const collect = (value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(file)
  expect(texts.length).toBeGreaterThan(500)
  for (const face of faces)
    expect(typesetter.listMissing(texts.join('').replace(/\s/g, ''), face)).toEqual([])
})

test('what no font has is told, and drawn as an empty box', () => {
  expect(typesetter.listMissing('a字b', 'serif')).toEqual(['字'])
  expect(typesetter.setLine('字', 'serif', 20).glyphs).toHaveLength(1)
})

describe('text', () => {
  const long =
    'Расследование обстоятельств применения силы против демонстрантов и наказание ответственных лиц'
  test.each([180, 300, 700])('wraps at words to %i and never beyond', (limit) => {
    const sheet = createSheet(typesetter)
    const lines = breakLines(sheet, `${long} ${'ы'.repeat(60)}`, serif, limit)
    for (const line of lines) expect(typesetter.setLine(line, 'serif', 30).width).toBeLessThanOrEqual(limit)
    expect(lines.join('').replaceAll(' ', '')).toBe(`${long}${'ы'.repeat(60)}`.replaceAll(' ', ''))
  })

  test('keeps together what a space without a break holds together', () => {
    const lines = breakLines(createSheet(typesetter), 'On 27\u00a0November 2013', serif, 200)
    expect(lines).toEqual(['On', '27\u00a0November', '2013'])
  })

  test('becomes smaller to fit, and at the smallest is cut with an ellipsis', () => {
    const styles = [serif, { ...serif, size: 20, leading: 24 }]
    const sheet = createSheet(typesetter)
    expect(fitText(sheet, 'Short', styles, 400, 40).height).toBe(36)
    expect(fitText(sheet, long, styles, 700, 60).height).toBe(48)
    const cut = fitText(sheet, `${long} ${long} ${long}`, styles, 500, 60)
    expect([cut.height, cut.width <= 500]).toEqual([48, true])
  })

  test('has as many outlines as it has letters', () => {
    const sheet = createSheet(typesetter)
    buildText(sheet, 'абв', serif, 500)
    expect(sheet.glyphs.size).toBe(3)
  })
})

const long =
  'Invented: investigate independently every report of excessive force against demonstrators, and publish what was found'
const pictures: Readonly<Record<string, (words: Words) => Picture>> = {
  scorecard: (words) => buildScorecardPicture(words, anOverview()),
  area: (words) => {
    const view = anOverview()
    const picture = buildAreaPicture(words, view, view.score.areas[0]?.key ?? '')
    if (picture === null) throw new Error('the view has no area')
    return picture
  },
  recommendation: (words) => buildRecommendationPicture(words, aRecommendation({ title: `${long} ${long}` })),
  milestone: (words) =>
    buildMilestonePicture(words, {
      frame: aFrame(),
      milestone: aMilestone({
        occurred: '2021-01-20',
        required: { met: 2, unmet: 14, unknown: 3, waived: 1 },
      }),
      events: [],
      gates: [],
    }),
  linkage: (words) => buildLinkagePicture(words, aMatrix()),
  changes: (words) => buildChangesPicture(words, aChangeList()),
}

const draw = (kind: string, language: string, shape: Shape, theme: (typeof themes)[number] = 'light') => {
  const words = getWords(language)
  const build = pictures[kind]
  if (build === undefined) throw new Error(kind)
  const options = { typesetter, shape, theme, address: 'record.example.org/utopia' }
  return drawPicture(words, build(words), options)
}

/** The colours of the outermost twenty points of a bitmap. */
async function listBorderColours(png: Uint8Array, width: number, height: number): Promise<string[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const colours = new Set<string>()
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (x >= 20 && x < width - 20 && y >= 16 && y < height - 16) continue
      const at = (y * width + x) * info.channels
      colours.add(data.subarray(at, at + 3).toString('hex'))
    }
  return [...colours]
}

test('is drawn in the colours of the style sheet, light or dark', () => {
  const [light, dark] = [draw('scorecard', 'en', 'picture'), draw('scorecard', 'en', 'picture', 'dark')]
  expect(light).toContain('fill="#fdfdfc"')
  expect(dark).toContain('fill="#11171b"')
  expect(dark.replace(/#[0-9a-f]{3,8}\b/g, '')).toBe(light.replace(/#[0-9a-f]{3,8}\b/g, ''))
})

test('says day, record cut-off, method and licence in the drawing itself', () => {
  const words = getWords('en')
  const picture = buildScorecardPicture(words, anOverview())
  const set: string[] = []
  const spy = {
    ...typesetter,
    setLine: (...[text, face, size]: Parameters<typeof typesetter.setLine>) => {
      set.push(text)
      return typesetter.setLine(text, face, size)
    },
  }
  drawPicture(words, picture, {
    typesetter: spy,
    shape: 'card',
    theme: 'light',
    address: 'record.example.org/utopia',
  })
  expect(set).toContain('State of 30 June 2021, record of 2 March 2026, method m1 · CC BY 4.0')
  expect(set).toContain('record.example.org/utopia')
})

test('before the record began there is no figure, and the words say so', () => {
  const words = getWords('en')
  const frame = aFrame({ beginsAt: '2026-03-03T00:00:00.000Z' })
  const picture = hideBeforeRecord(words, buildScorecardPicture(words, anOverview({ frame })))
  expect(picture.figure).toBeNull()
  expect(getAlternative(words, picture)).not.toMatch(/recommendation|implemented/)
})

const cases = Object.keys(pictures).flatMap((kind) => languages.map((language) => [kind, language] as const))

describe.each(cases)('%s in %s', (kind, language) => {
  test.each(['card', 'picture'] as const)(
    'as a %s holds outlines only, and says itself in words',
    async (shape) => {
      const svg = draw(kind, language, shape)
      const text = svg.replace(/<(title|desc)\b[^>]*>[^<]+<\/\1>/g, '')
      expect(svg.length - text.length).toBeGreaterThan(100)
      expect(text).not.toMatch(/>[^<]+</)
      expect(text).not.toMatch(
        /<text|<style|style=|<script|var\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)|<image/,
      )
      // Everything that is drawn is defined, once.
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, id] of svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)) expect(ids).toContain(id)
      const png = await writePng(svg, 1)
      const { width = 0, height = 0 } = await sharp(png).metadata()
      expect(width).toBe(shape === 'card' ? 1200 : 800)
      // Nothing reaches into the margins.
      expect(await listBorderColours(png, width, height)).toHaveLength(1)
      if (shape === 'card') expect(height).toBe(630)
    },
  )
})
