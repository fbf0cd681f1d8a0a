/** A picture of a public page in the guide: `name.webp`, shown by `pages.md`. */
export type Screen = {
  readonly name: string
  readonly colorScheme: 'light' | 'dark'
  /** Pixels. */
  readonly width: number
  /** Pixels from the top that are shown at most. */
  readonly height: number
  /** With `{published}` for the id of an edition and `{case}` for the address of a case. */
  readonly path: string
}

/** Days on which the starter dossier has something to tell, so that a picture tells it again. */
const signing = 'asOf=2015-12-21'

const wide = (name: string, path: string): Screen => ({
  name,
  path,
  colorScheme: 'light',
  width: 1280,
  height: 1100,
})
const phone = { width: 320, height: 900 }
/** As wide as a column of somebody else's page. */
const frame = (name: string, path: string): Screen => ({
  ...wide(name, `/embed/kazakhstan${path}?${signing}`),
  width: 640,
})

/** One of every public page, and some as they are in the dark, on a phone or in another language. */
export const screens: readonly Screen[] = [
  wide('dossiers', '/'),
  wide('scorecard', `/kazakhstan?${signing}`),
  wide('areas', `/kazakhstan/areas?${signing}`),
  wide('recommendations', `/kazakhstan/recommendations?${signing}`),
  wide('recommendation', `/kazakhstan/recommendations/KZ-2013-18?${signing}`),
  wide('linkage', `/kazakhstan/linkage?${signing}`),
  wide('leverage', '/kazakhstan/leverage?asOf=2013-11-27'),
  wide('consistency', `/kazakhstan/consistency?${signing}`),
  wide('milestones', `/kazakhstan/milestones?${signing}`),
  wide('milestone', `/kazakhstan/milestones/epca-signed?${signing}`),
  wide('timeline', `/kazakhstan/timeline?${signing}`),
  wide('changes', '/kazakhstan/changes?from=2013-11-27&to=2016-12-31'),
  wide('cases', `/kazakhstan/cases?${signing}`),
  wide('case', `/kazakhstan/cases/{case}?${signing}`),
  wide('rounds', `/kazakhstan/rounds?${signing}`),
  wide('sources', `/kazakhstan/sources?${signing}`),
  wide('method', '/kazakhstan/method'),
  wide('editions', '/kazakhstan/editions'),
  wide('edition', '/kazakhstan/editions/{published}'),
  wide('data', '/kazakhstan/data'),
  wide('about', '/about'),
  wide('accessibility', '/accessibility'),
  wide('privacy', '/privacy'),
  frame('embed-scorecard', ''),
  frame('embed-area', '/areas/zhanaozen-investigation'),
  frame('embed-recommendation', '/recommendations/KZ-2013-18'),
  frame('embed-milestone', '/milestones/epca-signed'),
  { ...wide('scorecard-dark', `/kazakhstan?${signing}`), colorScheme: 'dark' },
  wide('scorecard-ru', `/ru/kazakhstan?${signing}`),
  { ...wide('linkage-phone', `/kazakhstan/linkage?${signing}`), ...phone },
  {
    ...wide('recommendation-phone-kk', `/kk/kazakhstan/recommendations/KZ-2013-18?${signing}`),
    ...phone,
    colorScheme: 'dark',
  },
]
