import { setTimeout as wait } from 'node:timers/promises'
import type { CaseView, CommandDone } from '#shared/contract/desktop/views.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { RefusedCall } from './core-process.ts'
import type { JoinedWorld, Machine } from './joined-world.ts'

/** Between two pieces of work of one machine: more load would only make slow machines slower. */
const paceMs = 300

/** What people did, and what the window told them was saved. */
export class Work {
  /** Ids of events that were answered as saved. */
  readonly saved = new Set<string>()
  readonly references: string[] = []
  /** Every note has a text of its own: one that stands twice was written twice. */
  readonly notes: string[] = []
  readonly refusals: string[] = []
  readonly #referred: string[] = []
  #isOver = false
  #count = 0
  #running: readonly Promise<void>[] = []

  begin({ offices, department }: JoinedWorld): void {
    const answered = new Set<string>()
    this.#running = [
      ...offices.map((office) => this.#again(() => this.#oneCase(office))),
      this.#again(() => this.#answerAll(department, answered)),
    ]
  }

  /** Ends when what was begun has ended. */
  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#running)
  }

  /** A core that was killed in the middle of a call answers nothing: whether that was saved nobody was told. */
  async #again(work: () => Promise<void>): Promise<void> {
    while (!this.#isOver) {
      await work().catch((error: unknown) => {
        if (error instanceof RefusedCall) this.refusals.push(error.message)
      })
      await wait(paceMs)
    }
  }

  async #oneCase({ name, core }: Machine): Promise<void> {
    const number = (this.#count += 1)
    const form = phoneForm({ subject: `${name} ${number}` })
    const { case: id, reference } = await core.call<{ case: string; reference: string }>(
      'intake.register',
      form,
      'clerk',
    )
    this.references.push(reference)
    const step = async (path: string, input: object): Promise<void> => {
      const { events } = await core.call<CommandDone>(path, { case: id, ...input }, 'head')
      for (const event of events) this.saved.add(event.id)
    }
    const note = `note ${name} ${number}`
    await step('desk.addNote', { text: note })
    this.notes.push(note)
    await step('triage.accept', {})
    await step('triage.classify', {
      service: null,
      complexity: 'routine',
      importance: 'medium',
      procedure: 'processing',
      priority: null,
    })
    await step('referral.refer', { referrals: [{ department: 'department-water', text: 'للإفادة' }] })
    this.#referred.push(id)
  }

  async #answerAll({ core }: Machine, answered: Set<string>): Promise<void> {
    for (const id of this.#referred.filter((referred) => !answered.has(referred))) {
      const view = await core.call<CaseView>('cases.get', { case: id }, 'liaison').catch(notThereYet)
      const referral = view?.referrals[0]
      if (referral === undefined) continue
      const step = async (path: string, input: object): Promise<void> => {
        const { events } = await core.call<CommandDone>(path, { case: id, referral: referral.id, ...input }, 'liaison')
        for (const event of events) this.saved.add(event.id)
      }
      answered.add(id)
      await step('referral.acknowledge', { statedAt: new Date(Date.now() + 86_400_000).toISOString() })
      await step('referral.reply', { text: `تم ${id}` })
      if (this.#isOver) return
    }
  }
}

function notThereYet(error: unknown): null {
  if (error instanceof RefusedCall && error.code === 'not-found') return null
  throw error
}
