/**
 * Order of two texts by code unit, for `sort`. Days, normalised instants and keys sort the same on every
 * machine this way, which a locale's order does not promise.
 */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
