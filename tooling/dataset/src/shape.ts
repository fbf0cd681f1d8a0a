/** How large the made dossier is. Everything else about it follows from these numbers and the seed. */
export type Shape = {
  readonly seed: number
  readonly recommendations: number
  readonly assessmentsEach: number
  readonly milestones: number
  readonly linkages: number
  readonly areas: number
  readonly sources: number
}

/** The reference data of the project's figures. */
export const referenceShape: Shape = {
  seed: 1,
  recommendations: 10_000,
  assessmentsEach: 10,
  milestones: 50,
  linkages: 30_000,
  areas: 12,
  sources: 500,
}

/** The largest dossier that an import must take in minutes and bounded memory. */
export const importShape: Shape = { ...referenceShape, recommendations: 20_000, linkages: 60_000 }

/**
 * What the parameters leave no choice about.
 * @throws RangeError when there are more links than pairs, or nothing to refer to
 */
export function refuseImpossibleShape(shape: Shape): void {
  for (const [name, value] of Object.entries(shape)) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${name} must be a whole number, 0 or more`)
  }
  const { recommendations, milestones, linkages, areas, sources } = shape
  if (areas < 1 || sources < 1) throw new RangeError('areas and sources must be at least 1')
  if (linkages > recommendations * milestones) {
    throw new RangeError(
      `linkages must be at most recommendations × milestones, ${recommendations * milestones}`,
    )
  }
}
