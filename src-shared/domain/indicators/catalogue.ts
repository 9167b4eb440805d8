import { figuresOfDepartments } from './catalogue-of-departments.ts'
import { figuresOfFlow } from './catalogue-of-flow.ts'
import { figuresOfOpenAndReturned } from './catalogue-of-open.ts'
import { figuresOfService } from './catalogue-of-service.ts'
import type { FigureDefinition } from './figure-definition.ts'

/** Raised with every change of a formula, a name or a definition; printed in each report (K-08, P4). */
export const definitionsVersion = '2026.9'

/** In: a code of the catalogue. Out: whether it stands in the workbook's list of figures alone, as a mean does (W10). */
export const isForWorkbookAlone = (code: string): boolean => code.endsWith('.mean')

/** Every code the program prints, with its names and definition (K-07). A code that is not here is a fault. */
export const figureCatalogue: Readonly<Record<string, FigureDefinition>> = {
  ...figuresOfFlow,
  ...figuresOfService,
  ...figuresOfDepartments,
  ...figuresOfOpenAndReturned,
}
