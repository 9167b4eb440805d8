/** Where the program's own pages live; everything else is foreign. */
export const scheme = 'insaf'
export const ownOrigin = `${scheme}://app`
export const ownPage = `${ownOrigin}/index.html`

/** Is this address one of the program's own? Compared whole, so that `insaf://app.elsewhere` is not. */
export const isOwn = (address: string): boolean => address === ownOrigin || address.startsWith(`${ownOrigin}/`)
