import { phoneForm } from './phone-form.ts'

/** An office's machine, spoken to by the contract. */
interface AwayOffice {
  readonly call: <T>(path: string, input?: unknown, as?: string) => Promise<T>
}

const classes = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }

/** An office without a network: so many cases, each registered, accepted and worked on. Out: references. */
export async function workAway(office: AwayOffice, cases: number, user: string): Promise<readonly string[]> {
  const references: string[] = []
  for (let number = 0; number < cases; number += 1) {
    const form = phoneForm({ subject: `في الغياب ${number}` })
    const { reference } = await office.call<{ reference: string }>('intake.register', form, user)
    references.push(reference)
    await office.call('triage.accept', { case: reference }, user)
    if (number % 2 === 0) await office.call('triage.classify', { case: reference, ...classes }, user)
    else await office.call('desk.addNote', { case: reference, text: `ملاحظة ${number}` }, user)
  }
  return references
}

/** While it sends what it wrote, somebody works at it. Out: milliseconds of each answer, and of all until it was sent. */
export async function workWhileSending<T>(
  office: AwayOffice,
  user: string,
  sent: Promise<T>,
): Promise<{
  readonly writes: readonly number[]
  readonly searches: readonly number[]
  readonly made: readonly string[]
}> {
  let isSent = false
  const end = (): void => void (isSent = true)
  sent.then(end, end)
  const [writes, searches, made]: [number[], number[], string[]] = [[], [], []]
  while (!isSent) {
    const begun = performance.now()
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(), user)
    writes.push(performance.now() - begun)
    made.push(reference)
    const asked = performance.now()
    await office.call('cases.search', { text: 'الغياب' }, user)
    searches.push(performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { writes, searches, made }
}
