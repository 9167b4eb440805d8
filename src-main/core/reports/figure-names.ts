import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'

/**
 * In: language. Out: name of a figure with the code it is known by, as tables print it. The lines of the movement stand
 * without: P6 is the rule that they add up by, and none of them is it.
 */
export function figureNames(language: 'ar' | 'en'): (code: string) => string {
  return (code) => {
    const name = figureCatalogue[code]?.name[language] ?? ''
    return code.startsWith('P6.') ? name : `${code.split('.')[0]} ${name}`
  }
}
