import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'

/** In: language. Out: name of a figure with the code it is known by, as tables print it. */
export function figureNames(language: 'ar' | 'en'): (code: string) => string {
  return (code) => `${code.split('.')[0]} ${figureCatalogue[code]?.name[language] ?? ''}`
}
