import serifCyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff2?url'
import serifLatin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url'
import sansCyrillicExt from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-ext-wght-normal.woff2?url'
import sansCyrillic from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2?url'
import sansLatin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import type { Language } from '@waymark/messages/language'

/**
 * The files that a page in each language needs at once. They are asked for beside the style sheets, not after them: a font
 * that is not there at the first painting is left out (`font-display: optional`), so that no line moves under a reader's eye.
 */
export const pageFonts = {
  en: [serifLatin, sansLatin],
  ru: [serifCyrillic, sansCyrillic, sansLatin],
  kk: [sansCyrillic, sansCyrillicExt, sansLatin],
} as const satisfies Record<Language, readonly string[]>
