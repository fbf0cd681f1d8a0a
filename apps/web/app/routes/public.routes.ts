import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The public face. Data addresses (`.json`, `.csv`, `.xlsx`) are answered before these. */
export const publicRoutes: RouteConfigEntry[] = [
  index('routes/public/dossiers.tsx'),
  ...['about', 'accessibility', 'privacy'].map((path) =>
    route(path, 'routes/public/site-text.tsx', { id: `routes/public/${path}` }),
  ),
  route('embed/:dossier', 'routes/public/embed-scorecard.tsx'),
  route('embed/:dossier/areas/:area', 'routes/public/embed-area.tsx'),
  route('embed/:dossier/recommendations/:ref', 'routes/public/embed-recommendation.tsx'),
  route('embed/:dossier/milestones/:key', 'routes/public/embed-milestone.tsx'),
  route(':dossier', 'routes/public/scorecard.tsx'),
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
