import { renderToStaticMarkup } from 'react-dom/server'
import type { Words } from '../components/public/words.ts'
import { At, type Block, beside } from './block.tsx'
import { paint } from './palette.ts'
import { cardSize, describePicture, formatState, type Picture, type Shape, upperFirst } from './picture.ts'
import { buildText, createSheet, fitText, type Sheet, SheetDefs, type TextStyle } from './sheet.tsx'
import type { Theme } from './themes.ts'
import type { Typesetter } from './typesetter.ts'

type Measures = {
  readonly width: number
  /** null: as high as it must be. */
  readonly height: number | null
  readonly margin: number
  readonly brand: number
  readonly over: TextStyle
  readonly titles: readonly TextStyle[]
  readonly titleHeight: number
  readonly foot: TextStyle
  readonly space: number
}

const serif = (size: number, leading: number): TextStyle => ({ face: 'serif', size, leading })
const quiet = (size: number, leading: number): TextStyle => ({ face: 'sans', size, leading, colour: 'ink-2' })

const measures: Readonly<Record<Shape, Measures>> = {
  card: {
    ...cardSize,
    margin: 64,
    brand: 26,
    over: quiet(25, 34),
    titles: [serif(62, 70), serif(54, 62), serif(47, 55), serif(41, 49), serif(36, 44), serif(31, 39)],
    titleHeight: 0,
    foot: quiet(20, 28),
    space: 30,
  },
  picture: {
    width: 800,
    height: null,
    margin: 32,
    brand: 17,
    over: quiet(16, 24),
    titles: [serif(34, 40), serif(30, 36), serif(26, 32)],
    titleHeight: 200,
    foot: quiet(14, 20),
    space: 24,
  },
}

/** Whose figure it is: the four bars of the mark, the name, the dossier. */
function buildBrand(sheet: Sheet, name: string, dossier: string, size: number, width: number): Block {
  const style: TextStyle = { face: 'strong', size, leading: size * 1.3 }
  const scale = (size * 1.05) / 17.9
  const brand = buildText(sheet, name, style, width)
  const bars = {
    width: 13 * scale,
    height: style.leading,
    node: (
      <g transform={`translate(0 ${(style.leading - 17.9 * scale) / 2}) scale(${scale})`}>
        <path d="M0 0H13V3.2H0ZM0 4.9H13V8.1H0Z" fill="var(--accent)" opacity=".45" />
        <path d="M0 9.8H13V13H0ZM0 14.7H13V17.9H0Z" fill="var(--accent)" />
      </g>
    ),
  }
  const at = [size * 1.1, size * 1.1 + brand.width + size * 0.6] as const
  return beside([
    [0, bars],
    [at[0], brand],
    [at[1], buildText(sheet, dossier, { ...style, face: 'sans', colour: 'ink-2' }, width - at[1], 1)],
  ])
}

/** Of which day, record and method the figure is, under which licence, and where the whole of it stands. */
function buildFoot(
  sheet: Sheet,
  { frame }: Picture,
  words: Words,
  address: string,
  style: TextStyle,
  width: number,
): Block {
  const said = `${upperFirst(formatState(words, frame))} · CC BY 4.0`
  const one = buildText(sheet, said, style, width, 2)
  const where = buildText(sheet, address, { ...style, colour: 'accent' }, width, 1)
  return one.height === style.leading && one.width + where.width + style.size * 2 <= width
    ? beside([
        [0, one],
        [width - where.width, where],
      ])
    : {
        width,
        height: one.height + where.height,
        node: (
          <>
            {one.node}
            <At x={0} y={one.height}>
              {where.node}
            </At>
          </>
        ),
      }
}

/**
 * A view as SVG that needs nothing else: outlines in place of text, colours written out, title and description for who
 * does not see it.
 *
 * @param address of the whole view, as it is drawn
 */
export function drawPicture(
  words: Words,
  picture: Picture,
  {
    typesetter,
    shape,
    theme,
    address,
  }: { typesetter: Typesetter; shape: Shape; theme: Theme; address: string },
): string {
  const sheet = createSheet(typesetter)
  const m = measures[shape]
  const width = m.width - 2 * m.margin
  const brand = buildBrand(sheet, words.t.brand, picture.frame.dossier.title, m.brand, width)
  const over = buildText(sheet, picture.over, m.over, width, 1)
  const foot = buildFoot(sheet, picture, words, address, m.foot, width)
  const figure = picture.figure?.(sheet, { width, shape }) ?? null
  const figureHeight = figure === null ? 0 : figure.height + m.space
  const top = m.margin * 0.8
  const titleY = top + brand.height + m.space * 0.7 + over.height + 4
  const footRoom = m.space * 0.6 + foot.height + m.margin * 0.55
  const titleRoom = m.height === null ? m.titleHeight : m.height - titleY - figureHeight - m.space - footRoom
  const title = fitText(sheet, picture.title, m.titles, width, titleRoom)
  const height = m.height ?? Math.ceil(titleY + title.height + figureHeight + m.space + footRoom)
  const footY = height - footRoom
  const alternative = describePicture(words, picture)
  const svg = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={m.width}
      height={height}
      viewBox={`0 0 ${m.width} ${height}`}
      role="img"
      lang={words.language}
      aria-labelledby="title desc"
    >
      <title id="title">{alternative.title}</title>
      <desc id="desc">{alternative.description}</desc>
      <rect width={m.width} height={height} fill="var(--page)" />
      <At x={m.margin} y={top}>
        {brand.node}
      </At>
      <At x={m.margin} y={top + brand.height + m.space * 0.7}>
        {over.node}
      </At>
      <At x={m.margin} y={titleY}>
        {title.node}
      </At>
      {figure !== null && (
        <At x={m.margin} y={footY - m.space - figure.height}>
          {figure.node}
        </At>
      )}
      <path d={`M${m.margin} ${footY}H${m.width - m.margin}`} stroke="var(--ink)" />
      <At x={m.margin} y={footY + m.space * 0.6}>
        {foot.node}
      </At>
      <SheetDefs sheet={sheet} />
    </svg>,
  )
  return paint(svg, theme)
}
