import type { UnitSet } from '#shared/domain/access/events.ts'
import { foldSpelling } from '#renderer/ui/fold-spelling.ts'
import type { Option } from '#renderer/ui/options.ts'

/** In: units to choose from, in their order. Out: options by name; where two bear one name, each with its code beside it (G-03). */
export function toldApart(units: readonly UnitSet[], say: (name: UnitSet['name']) => string): readonly Option[] {
  const times = new Map<string, number>()
  for (const { name } of units) times.set(foldSpelling(say(name)), (times.get(foldSpelling(say(name))) ?? 0) + 1)
  return units.map(({ id, name, code }) => {
    const isAlone = times.get(foldSpelling(say(name))) === 1
    return { value: id, label: isAlone ? say(name) : `${say(name)} (\u2066${code}\u2069)` }
  })
}
