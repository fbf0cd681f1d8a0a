import { type Language, languages } from '@waymark/messages/language'
import type { Role } from './site.ts'

/** A page to look at, and the status that it is answered with. A path may hold names of states in braces: `fillPath`. */
export type Route = { readonly name: string; readonly path: string; readonly status: number }

const route = (name: string, path: string, status = 200): Route => ({ name, path, status })

/** A public page in a language: the prefix stands before the path. */
export const localise = (path: string, language: Language): string =>
  language === 'en' ? path : `/${language}${path.replace(/^\/(?=$|\?)/, '')}`

/** The languages of the desk and of the pages of an account. */
export const deskLanguages: readonly Language[] = languages

/** Every public route, with the states that look different. */
export const publicRoutes: readonly Route[] = [
  route('the list of dossiers', '/'),
  route('about the site', '/about'),
  route('the accessibility statement', '/accessibility'),
  route('what is kept of whom', '/privacy'),
  route('the scorecard', '/kazakhstan'),
  route('the scorecard on a past day', '/kazakhstan?asOf=2015-12-21'),
  route('the scorecard before the record began', '/kazakhstan?knownAt=2014-01-01T00:00:00Z'),
  route('the recommendations', '/kazakhstan/recommendations'),
  route('the recommendations that match nothing', '/kazakhstan/recommendations?q=nothing-is-called-this'),
  route('a recommendation', '/kazakhstan/recommendations/KZ-2013-18'),
  route('a recommendation on a past day', '/kazakhstan/recommendations/KZ-2013-16?asOf=2015-12-21'),
  route('the linkage matrix', '/kazakhstan/linkage'),
  route('the linkage matrix on a past day', '/kazakhstan/linkage?asOf=2015-12-21'),
  route('the linkage list', '/kazakhstan/linkage?view=list'),
  route(
    'one gate',
    '/kazakhstan/linkage?view=list&milestone=epca-signed&recommendation=KZ-2013-06&asOf=2015-12-21',
  ),
  route('links that are not there', '/kazakhstan/linkage?milestone=nothing'),
  route('the leverage list', '/kazakhstan/leverage?asOf=2013-11-27'),
  route('the EU consistency record', '/kazakhstan/consistency'),
  route('areas over time', '/kazakhstan/areas?asOf=2019-06-30'),
  route('the milestones', '/kazakhstan/milestones'),
  route('a milestone', '/kazakhstan/milestones/epca-signed'),
  route('what changed', '/kazakhstan/changes'),
  route('what changed between two days', '/kazakhstan/changes?from=2013-11-27&to=2016-12-31'),
  route(
    'what changed by another method',
    '/kazakhstan/changes?from=2013-11-27&to=2016-12-31&fromMethod=m1&method=m2',
  ),
  route('what changed on record', '/kazakhstan/changes?clock=recorded&asOf=2016-01-01&from=2020-01-01'),
  route('nothing that changed', '/kazakhstan/changes?from=2016-01-01&to=2016-01-01'),
  route('what changed from a day after', '/kazakhstan/changes?from=2016-01-02&to=2016-01-01', 400),
  route('the cases', '/kazakhstan/cases'),
  route('the dialogue rounds', '/kazakhstan/rounds'),
  route('the timeline', '/kazakhstan/timeline'),
  route(
    'the timeline of two years, by month, on a past day',
    '/kazakhstan/timeline?from=2012-12&to=2014-11&asOf=2013-11-27',
  ),
  route('the recommendations by line', '/kazakhstan/recommendations?by=line'),
  route('the sources', '/kazakhstan/sources'),
  route('the method', '/kazakhstan/method'),
  route('the data', '/kazakhstan/data'),
  route('the editions', '/kazakhstan/editions'),
  route('an edition that is not there', '/kazakhstan/editions/2013-11-27-zzzzzz', 404),
  route('the other method', '/kazakhstan/method?method=m2'),
  route('the scorecard by the other method', '/kazakhstan?method=m2&asOf=2016-12-31'),
  route('the scorecard in somebody else’s page', '/embed/kazakhstan?asOf=2015-12-21'),
  route('a concern area in somebody else’s page', '/embed/kazakhstan/areas/zhanaozen-investigation'),
  route('a recommendation in somebody else’s page', '/embed/kazakhstan/recommendations/KZ-2013-18'),
  route('a milestone in somebody else’s page', '/embed/kazakhstan/milestones/epca-signed'),
  route('an address that cannot be read', '/kazakhstan?asOf=2013-02-30', 400),
  route('an address with nothing behind it', '/kazakhstan/recommendations/KZ-1900-01', 404),
  route('a dossier in other scripts', '/synthetic-small/cases'),
]

/** Public pages of what a new record does not have, or has at an address of its own. */
export const publishedRoutes: readonly Route[] = [
  route('an edition', '/kazakhstan/editions/{published}'),
  route('a case', '/kazakhstan/cases/{case}'),
  route('an edition beside another', '/kazakhstan/editions/{published}?with={published}'),
]

/** The pages of accounts that need no account. */
export const entryRoutes: readonly Route[] = [
  route('sign-in', '/sign-in'),
  route('the second step of sign-in', '/sign-in/code'),
]

const everyone = [
  route('the choice of dossier', '/desk'),
  route('the queue', '/desk/kazakhstan'),
  route('the register', '/desk/kazakhstan/register'),
  route('a record', '/desk/kazakhstan/recommendations/KZ-2013-18'),
  route('the assess form', '/desk/kazakhstan/recommendations/KZ-2013-18/assess'),
  route('the notifications', '/desk/notifications'),
  route('a conversation', '/desk/kazakhstan/talk/commitment/ep-2012-11-must-be-linked'),
  route('the account', '/account'),
]

const meeting = [
  route('the choice of dossier to meet on', '/meetings'),
  route('the meetings', '/meetings/kazakhstan'),
  route('a series of meetings', '/meetings/kazakhstan/series/{series}'),
  route('a meeting', '/meetings/kazakhstan/{meeting}'),
  route('the room of a meeting', '/meetings/kazakhstan/{room}'),
  route('a meeting on the wall', '/meetings/kazakhstan/{room}/present'),
  route('the minutes of a meeting', '/meetings/kazakhstan/{minutes}'),
  route('minutes as partners get them', '/meetings/kazakhstan/{minutes}?as=partner'),
  route('the action points', '/meetings/kazakhstan/actions'),
  route('the decisions', '/meetings/kazakhstan/decisions'),
  route('the briefings', '/meetings/kazakhstan/briefings'),
  route('a briefing', '/meetings/kazakhstan/briefings/{briefing}?add=1'),
  route('figures to renew', '/meetings/kazakhstan/briefings/{briefing}/refresh?asOf=2016-12-01'),
  route('two versions of a briefing', '/meetings/kazakhstan/briefings/{briefing}/compare?from=1&to=2'),
  route('what a round brought', '/meetings/kazakhstan/briefings/{briefing}/after'),
]

const linking = [
  route('the choice of meetings', '/meetings'),
  route('the meetings', '/meetings/kazakhstan'),
  route('the linkage at the desk', '/desk/kazakhstan/linkage'),
  route('the commitments', '/desk/kazakhstan/commitments'),
  route('a commitment', '/desk/kazakhstan/commitments/ep-2012-11-must-be-linked'),
  route('the milestones at the desk', '/desk/kazakhstan/milestones'),
  route('the second ratings', '/desk/kazakhstan/code'),
  route('the agreement of ratings', '/desk/kazakhstan/agreement'),
  route('a milestone at the desk', '/desk/kazakhstan/milestones/epca-round-2014-06'),
  route('the choice of many to link', '/desk/kazakhstan/milestones/epca-signed/link?q=media'),
  route('a link', '/desk/kazakhstan/milestones/epca-signed/links/KZ-2013-18'),
  route('the uptake of a recommendation', '/desk/kazakhstan/recommendations/KZ-2013-18/uptake'),
  route('import and export', '/desk/kazakhstan/exchange'),
  route('the claims on a recommendation', '/desk/kazakhstan/recommendations/KZ-2013-18/claims'),
  route('the translations of a recommendation', '/desk/kazakhstan/recommendations/KZ-2013-18/translations'),
  route('the translations of a dossier', '/desk/kazakhstan/translations?language=ru&state=open'),
  route('the translations of an area', '/desk/kazakhstan/translations/area/media-freedom'),
  route('the cases at the desk', '/desk/kazakhstan/cases'),
  route('a new case', '/desk/kazakhstan/cases/new'),
  route('a case at the desk', '/desk/kazakhstan/cases/zhanaozen-2011'),
  route('a second rating', '/desk/kazakhstan/code/{coding}'),
  route('an edition at the desk', '/desk/kazakhstan/editions/{edition}'),
  route('the editions at the desk', '/desk/kazakhstan/editions?asOf=2013-11-27'),
]

const batches = [
  route('the selection', '/desk/kazakhstan/register/change?sel=KZ-2013-18,KZ-2012-01'),
  route('an empty selection', '/desk/kazakhstan/register/change'),
  route('pasted rows', '/desk/kazakhstan/register/paste'),
  route('what the search found', '/desk/kazakhstan/search?q=torture'),
]

const evidence = [
  route('the evidence', '/desk/kazakhstan/evidence'),
  route('new evidence', '/desk/kazakhstan/evidence/new'),
  route('an item of evidence', '/desk/kazakhstan/evidence/{evidence}'),
  route('a file', '/desk/kazakhstan/evidence/files/{file}'),
  route('a table that was sent', '/desk/kazakhstan/exchange/{job}'),
]

const reviewing = [
  route('a review', '/desk/kazakhstan/review/{review}'),
  route('the audit trail', '/desk/kazakhstan/audit'),
]

/** The private routes that a role may open. */
export const deskRoutes: Readonly<Record<Role, readonly Route[]>> = {
  analyst: [
    ...everyone,
    ...batches,
    ...meeting,
    ...evidence,
    route('the gallery of components', '/desk/gallery'),
    route('a page that the role may not open', '/desk/users', 403),
  ],
  reviewer: [
    ...everyone,
    ...reviewing,
    ...linking,
    route('a meeting', '/meetings/kazakhstan/{meeting}'),
    route('a recommendation to correct', '/desk/kazakhstan/recommendations/KZ-2013-18/edit'),
    route('a selection to correct', '/desk/kazakhstan/register/change?sel=KZ-2013-18,KZ-2012-01'),
    route('the audit trail, verified', '/desk/kazakhstan/audit?verify=1'),
  ],
  administrator: [...everyone, ...reviewing, route('people', '/desk/users')],
}

/** Routes of the site that none of the above opens with success, each with the reason. */
export const unopenedRoutes: Readonly<Record<string, string>> = {
  'desk/notifications/:id': 'leads on to what the notification is about',
  'desk/:dossier/translations/table': 'a file',
  'desk/:dossier/files/:id': 'a file',
  'desk/:dossier/exchange/export': 'a file',
  'meetings/:dossier/briefings/:id/export': 'a file',
  'meetings/:dossier/:meeting/minutes.docx': 'a file',
  'meetings/:dossier/:meeting/minutes.pdf': 'a file',
  'meetings/:dossier/:meeting/minutes.html': 'a file',
  'meetings/action/:id': 'leads on to the action point',
  'meetings/calendar/:file': 'a file for whoever has its secret',
  'sign-out': 'only receives',
  '*': 'answers 404',
}
