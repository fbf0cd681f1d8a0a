import { type AnyView, views } from './views.ts'

/** What a view can be had as: its data, or a citation of the page that shows them. */
export const viewFormats = ['json', 'csv', 'xlsx', 'bib', 'csl.json'] as const
export type ViewFormat = (typeof viewFormats)[number]

export type Address = {
  /** Of the page: without the ending. */
  readonly path: string
  readonly view: AnyView
  readonly format: ViewFormat
  readonly names: Readonly<Record<string, string>>
}

const patterns = views.map((view) => ({
  view,
  pattern: new RegExp(
    `^/(?<dossier>[a-z0-9-]{1,80})${view.path.replace(/:(\w+)/g, '(?<$1>[A-Za-z0-9-]{1,80})')}$`,
  ),
}))

/** The view and format that an address names by its path and ending; null where it names none. */
export function parseAddress(pathname: string): Address | null {
  const dot = pathname.indexOf('.')
  const format = viewFormats.find((f) => f === pathname.slice(dot + 1))
  if (dot < 0 || format === undefined) return null
  const path = pathname.slice(0, dot)
  for (const { view, pattern } of patterns) {
    const match = pattern.exec(path)
    if (match) return { path, view, format, names: { ...match.groups } }
  }
  return null
}
