/** Fixed times for tests, so that none depends on the day on which it runs. */

/** The day of the dialogue round that the first dossier starts from. */
export const today = '2013-11-27'
/** An instant on {@link today}, as the database writes it. */
export const now = '2013-11-27T09:00:00.000Z'
/** A year before {@link now}. */
export const aYearAgo = '2012-11-27T09:00:00.000Z'
/** A day after everything that the builders put on record. */
export const muchLater = '2030-01-01'
/** An instant after everything that the builders put on record. */
export const knownMuchLater = '2030-01-01T00:00:00.000Z'
