type Sheet = { readonly name: string; readonly heads: readonly string[] }

/** What a form says of the sheets of a preview: what each is, and which column is which field. */
export const parseChoices = (form: FormData, sheets: readonly Sheet[]) =>
  Object.fromEntries(
    sheets.flatMap(({ name, heads }, i) => {
      const shape = form.get(`shape.${i}`)
      const mapping = heads.map((_, c) => form.get(`map.${i}.${c}`) || null)
      return shape === null ? [] : [[name, { shape, mapping }] as const]
    }),
  )

/** Where a form says that the recommendations of UN bodies belong. */
export function parseUhri(form: FormData) {
  const themeAreas: Record<string, unknown> = {}
  for (const [name, theme] of form) {
    const [, place] = /^theme\.(\d+)$/.exec(name) ?? []
    const area = place === undefined ? null : form.get(`themeArea.${place}`)
    if (area && typeof theme === 'string') themeAreas[theme] = area
  }
  return { area: form.get('area'), addressee: form.get('addressee'), themeAreas }
}
