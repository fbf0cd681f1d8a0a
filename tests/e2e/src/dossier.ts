import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'

type Source = {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly date: string
}
type Place = { readonly source: string; readonly locator?: string }

/** The parts of the starter dossier that the tests look for on its pages. */
export type Dossier = {
  readonly sources: readonly Source[]
  readonly areas: readonly { readonly key: string; readonly title: string }[]
  readonly rounds: readonly (Place & {
    readonly key: string
    readonly title: string
    readonly date: string
  })[]
  readonly commitments: readonly (Place & { readonly key: string; readonly summary: string })[]
  readonly milestones: readonly (Place & { readonly key: string; readonly title: string })[]
  readonly recommendations: readonly (Place & {
    readonly ref: string
    readonly area: string
    readonly title: string
    readonly text: string
  })[]
  readonly cases: readonly {
    readonly key: string
    readonly publicName: string
    readonly recommendations: readonly string[]
    readonly statuses: readonly { readonly source: string; readonly note?: string }[]
  }[]
}

export const dossier = JSON.parse(new TextDecoder().decode(await getStarterDossier('kazakhstan'))) as Dossier

const pick = <T>(list: readonly T[], is: (one: T) => boolean, name: string): T => {
  const found = list.find(is)
  if (found === undefined) throw new Error(`the dossier has no ${name}`)
  return found
}

export const getSource = (key: string) => pick(dossier.sources, (one) => one.key === key, `source ${key}`)
export const getArea = (key: string) => pick(dossier.areas, (one) => one.key === key, `area ${key}`)
export const getRecommendation = (ref: string) =>
  pick(dossier.recommendations, (one) => one.ref === ref, `recommendation ${ref}`)
export const getCase = (key: string) => pick(dossier.cases, (one) => one.key === key, `case ${key}`)
export const getRound = (key: string) => pick(dossier.rounds, (one) => one.key === key, `round ${key}`)
export const getCommitment = (key: string) =>
  pick(dossier.commitments, (one) => one.key === key, `commitment ${key}`)

/** A source as the assess form's list names it. */
export const getSourceLabel = (key: string): string => {
  const { title, publisher, date } = getSource(key)
  return `${title} (${publisher}, ${date})`
}
