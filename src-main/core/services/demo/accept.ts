import type { CaseStory } from './case-story.ts'
import type { Opened } from './opening.ts'
import { dueOf } from './processing.ts'
import type { Complexity, Work } from './processing.ts'

interface How {
  readonly atOnce?: boolean
  readonly complexity?: Complexity
}

/** Acceptance, class and handler; out: the work that begins. `complexity` where it is not left to chance. */
export function accept(story: CaseStory, { handler, service, spoken }: Opened, how: How): Work {
  const { random } = story
  const { atOnce = false } = how
  const start = story.arrival.at
  if (atOnce) story.later(random.between(1, 5))
  story.say('accepted', handler)
  const complexity: Complexity = how.complexity ?? (atOnce ? 'routine' : random.weighted(weightsOf(service)))
  const procedure = atOnce ? 'fcr' : 'processing'
  story.say('classified', handler, {
    service,
    complexity,
    importance: random.weighted({ low: 20, medium: 60, high: 20 }),
    procedure,
  })
  story.say('assigned', handler, { user: handler })
  if (!spoken && random.chance(0.03))
    story.about(30).say('note_added', handler, { text: 'اتصل المشتكي للسؤال عن معاملته.' })
  return { cycle: 1, complexity, handler, service, due: dueOf(story, start, complexity) }
}

function weightsOf(service: string): Readonly<Record<Complexity, number>> {
  if (service === 'special.inspection') return { routine: 25, critical: 55, complex: 20 }
  if (service === 'special.permits' || service === 'special.support' || service === 'general.conduct')
    return { routine: 40, critical: 5, complex: 55 }
  return { routine: 78, critical: 6, complex: 16 }
}
