/**
 * A document for people: what a brief, minutes or a briefing say, without a word of how a page looks. Each writer
 * (`formats/pdf.ts`, `formats/docx.ts`) makes the same of it.
 */
export type TextDocument = {
  /** BCP 47; also of every run that names no other. */
  readonly lang: string
  readonly title: string
  /** Of the title, where it differs from the document's. */
  readonly titleLang?: string
  /** A line above the title: what kind of document this is, and of what. */
  readonly kicker: Said
  readonly blocks: readonly Block[]
  /** At the foot of every page: where the document comes from and what cut it shows. */
  readonly footer: Said
  /** Around the numbers of page and pages: `['Page ', ' of ', '']`. */
  readonly pageWords: readonly [before: string, between: string, after: string]
  /** The instant that stands for the writing in the file: same content, same bytes. */
  readonly writtenAt: string
}

/** Text in one manner. `note` is a footnote to it: each is set once, where it is first needed. */
export type Run = {
  readonly text: string
  readonly strong?: boolean
  readonly href?: string
  /** Where it differs from the document's. */
  readonly lang?: string
  readonly note?: readonly Run[]
}
export type Text = readonly Run[]
/** A text, or one of one plain run. */
export type Said = string | Text

export type Column = {
  readonly head: string
  /** Share of the width, against the other columns. */
  readonly share: number
}

/** A stretch of a bar: how long it is against the others, and its colour as `#rrggbb`. */
export type BarPart = { readonly count: number; readonly colour: string }

export type Block =
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly text: Said
      /** With it a new page begins. */
      readonly startsPage?: boolean
    }
  | { readonly kind: 'paragraph'; readonly style: ParagraphStyle; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table'
      /** Says what the rows are, for those who hear the table too. */
      readonly caption: string
      readonly columns: readonly Column[]
      /** The first cell of a row is its head. */
      readonly rows: readonly (readonly Text[])[]
    }
  | {
      readonly kind: 'bar'
      readonly parts: readonly BarPart[]
      /** Everything the bar shows, in words. */
      readonly alt: string
    }

/** `small`: captions and what is said about the document itself. */
export type ParagraphStyle = 'body' | 'lead' | 'small'

/** A text of one plain run. */
export const plain = (text: string): Text => [{ text }]

export const toText = (said: Said): Text => (typeof said === 'string' ? plain(said) : said)

/** The title of a document as it is set. */
export const getTitle = ({ title, titleLang }: Pick<TextDocument, 'title' | 'titleLang'>): Text => [
  { text: title, ...(titleLang === undefined ? {} : { lang: titleLang }) },
]

/** The texts of a block in reading order; of a bar none, which is a picture. */
export function listBlockTexts(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'heading':
      return [toText(block.text)]
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'table':
      return [plain(block.caption), ...block.columns.map(({ head }) => plain(head)), ...block.rows.flat()]
    case 'bar':
      return []
  }
}

/** Footnotes in the order in which they are numbered, from 1. */
export const listNotes = ({ blocks }: Pick<TextDocument, 'blocks'>): readonly Text[] =>
  blocks
    .flatMap(listBlockTexts)
    .flatMap((text) => text.flatMap(({ note }) => (note === undefined ? [] : [note])))
