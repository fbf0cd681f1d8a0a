/** What scales and methods are called where the page is not in English. In English they speak for themselves. Part of `publicMessages`. */

export type ScaleText = {
  readonly title: string
  readonly source: string
  /** Levels and states by key. */
  readonly levels: Readonly<Record<string, { readonly label: string; readonly rule: string }>>
  /** Why a level has no image on the built-in scale, by key. */
  readonly because: Readonly<Record<string, string>>
}

export const scaleMessages = {
  scaleTexts: {} as Readonly<Record<string, ScaleText>>,
  methodTitles: {} as Readonly<Record<string, string>>,
}
