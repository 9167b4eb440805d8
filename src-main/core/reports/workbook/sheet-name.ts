/** Signs a sheet's name may not hold, and the longest it may be. */
const forbidden = /[\\/?*[\]:]/g
const longest = 31

/** The front of a title, cut between two words where there are some. */
function cut(title: string, most: number): string {
  if (title.length <= most) return title
  const space = title.lastIndexOf(' ', most)
  return title.slice(0, space > most / 2 ? space : most).replace(/[\s\p{Pd},،؛:(]+$/u, '')
}

/** Gives sheets of one workbook names that are allowed and not given before. */
export function sheetNames(): (title: string) => string {
  const given = new Set<string>()
  return (title) => {
    const base = cut(title.replace(forbidden, ' ').trim(), longest)
    let name = base
    for (let place = 2; given.has(name.toLowerCase()); place++) name = `${cut(base, longest - 4)} (${place})`
    given.add(name.toLowerCase())
    return name
  }
}
