/** `serif` carries what is said, `sans` what is looked up, `strong` its bold. */
export type Face = 'serif' | 'sans' | 'strong'

/** A line as it is drawn: which outlines, and where. */
export type SetLine = {
  /** In points of the picture. */
  readonly width: number
  /** `x` in thousandths of the size. `id` names the outline and may be the id of an element. */
  readonly glyphs: readonly { readonly id: string; readonly x: number }[]
}

/** Sets lines in the fonts of the site, so that a picture holds outlines and no text that another machine would set otherwise. */
export type Typesetter = {
  readonly setLine: (text: string, face: Face, size: number) => SetLine
  /** The outline of a glyph as SVG path data, in thousandths of the size, the baseline at 0, downwards. */
  readonly getOutline: (id: string) => string
  /** The characters of a text that no font has; each is drawn as an empty box. */
  readonly listMissing: (text: string, face: Face) => readonly string[]
}

/** What a page of the site needs to give a picture out. */
export type PictureTools = {
  readonly typesetter: Typesetter
  /**
   * A drawing as a PNG without any metadata.
   *
   * @param scale points of the PNG for one of the drawing
   */
  readonly writePng: (svg: string, scale: number) => Promise<Uint8Array<ArrayBuffer>>
}
