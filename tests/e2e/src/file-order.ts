import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The order of the files: first the one that compares pages with the guide's pictures, as the others then write into the record
 * that it shows (one more step of the agreement makes the matrix too wide, so that it scrolls by itself).
 */
export class PicturesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isPictures = ({ moduleId }: TestSpecification) => moduleId.endsWith('/screens.e2e.ts')
    return [...sorted.filter(isPictures), ...sorted.filter((file) => !isPictures(file))]
  }
}
