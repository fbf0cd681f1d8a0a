import { groundShapes } from './ground-shapes.ts'
import { recordShapes } from './record-shapes.ts'
import { type SheetName, type SheetShape, sheetNames } from './sheet-shape.ts'

/** The sheets of the register. Vocabularies, types and what is required come from the schemas of the dossier file. */
export const sheetShapes: readonly SheetShape[] = [...recordShapes, ...groundShapes]

export const getShape = (name: SheetName): SheetShape =>
  sheetShapes.find((shape) => shape.name === name) as SheetShape

export const isSheetName = (name: string): name is SheetName => sheetNames.some((one) => one === name)
