import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The desk and the pages of an account. */
export const deskRoutes: RouteConfigEntry[] = [
  route('desk', 'routes/desk/layout.tsx', [
    index('routes/desk/choose.tsx'),
    route('users', 'routes/desk/users.tsx'),
    route('notifications', 'routes/desk/notifications.tsx'),
    route('notifications/:id', 'routes/desk/notification.tsx'),
    route(':dossier', 'routes/desk/queue.tsx'),
    route(':dossier/register', 'routes/desk/register.tsx'),
    route(':dossier/recommendations/:ref', 'routes/desk/record.tsx'),
    route(':dossier/recommendations/:ref/assess', 'routes/desk/assess.tsx'),
    route(':dossier/recommendations/:ref/uptake', 'routes/desk/uptake.tsx'),
    route(':dossier/linkage', 'routes/desk/linkage.tsx'),
    route(':dossier/commitments', 'routes/desk/commitments.tsx'),
    route(':dossier/commitments/:key', 'routes/desk/commitment.tsx'),
    route(':dossier/milestones', 'routes/desk/milestones.tsx'),
    route(':dossier/milestones/:key', 'routes/desk/milestone.tsx'),
    route(':dossier/milestones/:key/link', 'routes/desk/link-many.tsx'),
    route(':dossier/milestones/:key/links/:ref', 'routes/desk/link.tsx'),
    route(':dossier/review/:id', 'routes/desk/review.tsx'),
    route(':dossier/talk/:kind/:key', 'routes/desk/talk.tsx'),
    route(':dossier/audit', 'routes/desk/audit.tsx'),
  ]),
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/code', 'routes/account/code.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('account', 'routes/account/account.tsx'),
]
