import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** A view as pictures for other pages. */
const listDrawings = (path: string, subject: string): RouteConfigEntry[] =>
  (['svg', 'png'] as const).map((ending) =>
    route(`${path}.${ending}`, `routes/public/draw-${subject}.ts`, {
      id: `routes/public/draw-${subject}.${ending}`,
    }),
  )

/** The views that have a card, to go with a link to them. Cases have none: nobody's name travels as a picture. */
const cards = [
  [':dossier', 'scorecard'],
  [':dossier/recommendations/:ref', 'recommendation'],
  [':dossier/milestones/:key', 'milestone'],
  [':dossier/linkage', 'linkage'],
  [':dossier/changes', 'changes'],
  [':dossier/editions/:id', 'edition'],
] as const

/** The public face. Data addresses (`.json`, `.csv`, `.xlsx`) are answered before these. */
export const publicRoutes: RouteConfigEntry[] = [
  index('routes/public/dossiers.tsx'),
  ...['about', 'accessibility', 'privacy'].map((path) =>
    route(path, 'routes/public/site-text.tsx', { id: `routes/public/${path}` }),
  ),
  // The endings are part of the segment: such a path is taken before the frame of the same name.
  ...listDrawings('embed/:dossier', 'scorecard'),
  ...listDrawings('embed/:dossier/areas/:area', 'area'),
  ...listDrawings('embed/:dossier/recommendations/:ref', 'recommendation'),
  ...listDrawings('embed/:dossier/milestones/:key', 'milestone'),
  ...cards.map(([path, subject]) =>
    route(`${path}/card.png`, `routes/public/draw-${subject}.ts`, { id: `routes/public/card-${subject}` }),
  ),
  route('embed/:dossier', 'routes/public/embed-scorecard.tsx'),
  route('embed/:dossier/areas/:area', 'routes/public/embed-area.tsx'),
  route('embed/:dossier/recommendations/:ref', 'routes/public/embed-recommendation.tsx'),
  route('embed/:dossier/milestones/:key', 'routes/public/embed-milestone.tsx'),
  route(':dossier', 'routes/public/scorecard.tsx'),
  route(':dossier/areas', 'routes/public/areas.tsx'),
  route(':dossier/recommendations', 'routes/public/recommendations.tsx'),
  route(':dossier/recommendations/:ref', 'routes/public/recommendation.tsx'),
  route(':dossier/linkage', 'routes/public/linkage.tsx'),
  route(':dossier/leverage', 'routes/public/leverage.tsx'),
  route(':dossier/consistency', 'routes/public/consistency.tsx'),
  route(':dossier/milestones', 'routes/public/milestones.tsx'),
  route(':dossier/milestones/:key', 'routes/public/milestone.tsx'),
  route(':dossier/timeline', 'routes/public/timeline.tsx'),
  route(':dossier/changes', 'routes/public/changes.tsx'),
  route(':dossier/cases', 'routes/public/cases.tsx'),
  route(':dossier/cases/:case', 'routes/public/case.tsx'),
  route(':dossier/rounds', 'routes/public/rounds.tsx'),
  route(':dossier/sources', 'routes/public/sources.tsx'),
  route(':dossier/method', 'routes/public/method.tsx'),
  route(':dossier/editions', 'routes/public/editions.tsx'),
  route(':dossier/editions/:id', 'routes/public/edition.tsx'),
  route(':dossier/data', 'routes/public/data.tsx'),
]
