/** Arrays as PostgreSQL reads them: one short text instead of one parameter a value. */

/** Of numbers, booleans and ids: nothing in them needs a quote. */
export const plainArray = (values: readonly (string | number | boolean)[]): string => `{${values.join(',')}}`

export const textArray = (values: readonly string[]): string => `{${values.map(quoted).join(',')}}`

const special = /["\\]/
const quoted = (value: string): string =>
  `"${special.test(value) ? value.replaceAll(/["\\]/g, String.raw`\$&`) : value}"`
