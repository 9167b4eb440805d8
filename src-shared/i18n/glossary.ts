import { glossaryOfCases } from './glossary-of-cases.ts'
import { glossaryOfFigures } from './glossary-of-figures.ts'

/** The vocabulary of the office as the help shows it. */
export const glossary = [...glossaryOfCases, ...glossaryOfFigures]
