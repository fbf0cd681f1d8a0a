import { site } from './browser.ts'

export type Figures = {
  readonly distribution: Readonly<Record<string, number>>
  readonly coverage: { readonly assessed: number; readonly applicable: number }
  readonly index: { readonly low: number; readonly high: number } | null
}
export type Score = {
  readonly asOf: string
  readonly knownAt: string
  readonly overall: Figures
  readonly areas: readonly (Figures & { readonly key: string; readonly title: string })[]
}
export type GateRow = {
  readonly recommendation: string
  readonly milestone: string
  readonly state: string
  readonly since: string | null
}

/** A public address as JSON. */
export async function getData<T>(path: string): Promise<T> {
  const response = await fetch(`${site.url}${path}`)
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

export const getScore = (query = ''): Promise<Score> => getData(`/kazakhstan.json${query}`)

export async function listGates(ref: string, query = ''): Promise<GateRow[]> {
  const { gates } = await getData<{ gates: GateRow[] }>(`/kazakhstan/linkage.json${query}`)
  return gates.filter(({ recommendation }) => recommendation === ref)
}

export const findArea = (score: Score, key: string) => {
  const area = score.areas.find((one) => one.key === key)
  if (area === undefined) throw new Error(`there is no area ${key}`)
  return area
}
