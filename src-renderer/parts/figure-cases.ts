import { navigate } from '#renderer/ui/navigation.ts'
import { paths } from './paths.ts'

/** The cases behind a figure, on their way from a dashboard or a report to the list that shows them (UI rule 9). */
export interface FigureCases {
  readonly title: string
  readonly ids: readonly string[]
}

const kept = new Map<string, FigureCases>()

/** Opens the list of exactly these cases. */
export function openFigureCases(figure: FigureCases): void {
  const key = String(kept.size + 1)
  kept.set(key, figure)
  navigate(paths.queue('all', { figure: key }))
}

/** null when the window was loaded anew since. */
export function figureCases(key: string): FigureCases | null {
  return kept.get(key) ?? null
}
