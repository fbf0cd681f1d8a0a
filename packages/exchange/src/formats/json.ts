/** A value as JSON for people and programs: one space a level, a line feed at the end. */
export const buildJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
