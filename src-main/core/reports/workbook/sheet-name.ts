/** Signs a sheet's name may not hold, and the longest it may be. */
const forbidden = /[\\/?*[\]:]/g
const longest = 31

/** Gives sheets of one workbook names that are allowed and not given before. */
export function sheetNames(): (title: string) => string {
  const given = new Set<string>()
  return (title) => {
    const base = title.replace(forbidden, ' ').slice(0, longest).trim()
    let name = base
    for (let place = 2; given.has(name.toLowerCase()); place++) name = `${base.slice(0, longest - 4)} (${place})`
    given.add(name.toLowerCase())
    return name
  }
}
