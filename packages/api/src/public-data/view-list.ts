/**
 * What can be had as data: each view by name, with its path below the dossier (`:name` is the one object asked for) and the
 * table that it makes; null where a table makes no sense. How each is read stands in `views.ts`.
 */
export const viewList = {
  scorecard: { path: '', table: 'score' },
  areas: { path: '/areas', table: 'areas' },
  recommendations: { path: '/recommendations', table: 'recommendations' },
  recommendation: { path: '/recommendations/:ref', table: 'history' },
  linkage: { path: '/linkage', table: 'gates' },
  leverage: { path: '/leverage', table: 'leverage' },
  consistency: { path: '/consistency', table: 'consistency' },
  milestones: { path: '/milestones', table: 'milestones' },
  milestone: { path: '/milestones/:key', table: 'milestoneGates' },
  changes: { path: '/changes', table: 'changes' },
  cases: { path: '/cases', table: 'cases' },
  rounds: { path: '/rounds', table: 'rounds' },
  timeline: { path: '/timeline', table: 'timeline' },
  sources: { path: '/sources', table: 'sources' },
  method: { path: '/method', table: null },
  data: { path: '/data', table: 'columns' },
} as const satisfies Record<string, { readonly path: string; readonly table: string | null }>

export type ViewName = keyof typeof viewList
export type TableName = Exclude<(typeof viewList)[ViewName]['table'], null>

/** The views in order. */
export const viewNames = Object.keys(viewList) as ViewName[]
