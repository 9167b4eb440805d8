import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CaseView, CommandDone } from '#shared/contract/desktop/views.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { RefusedCall } from './core-process.ts'
import type { JoinedWorld, Machine } from './joined-world.ts'

/** Every third piece of work brings a file: each of them is sent and fetched beside all else. */
const fileEvery = 3

interface AddedFile {
  readonly address: string
  /** Whose machines are to hold it in the end. */
  readonly machines: readonly Machine[]
}

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
  /** What an answer said to be part of a case. */
  readonly files: AddedFile[] = []
  readonly #referred: { readonly id: string; readonly office: Machine }[] = []
  #isOver = false
  #count = 0
  #running: readonly Promise<void>[] = []

  begin({ offices, department }: JoinedWorld): void {
    const answered = new Set<string>()
    this.#running = [
      ...offices.map((office) => this.#again(() => this.#oneCase(office, department))),
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

  async #oneCase(office: Machine, department: Machine): Promise<void> {
    const { name, core } = office
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
    const files = number % fileEvery === 0 ? [await newFile(core, 'clerk')] : []
    if (files.length > 0) await step('desk.addFiles', { files, original: false })
    for (const { file } of files) this.files.push({ address: file, machines: [office] })
    const named = files.map(({ file }) => file)
    await step('referral.refer', { referrals: [{ department: 'department-water', text: 'للإفادة', files: named }] })
    for (const address of named) this.files.push({ address, machines: [department] })
    this.#referred.push({ id, office })
  }

  async #answerAll(department: Machine, answered: Set<string>): Promise<void> {
    const { core } = department
    for (const { id, office } of this.#referred.filter((referred) => !answered.has(referred.id))) {
      const view = await core.call<CaseView>('cases.get', { case: id }, 'liaison').catch(notThereYet)
      const referral = view?.referrals[0]
      if (referral === undefined) continue
      const step = async (path: string, input: object): Promise<void> => {
        const { events } = await core.call<CommandDone>(path, { case: id, referral: referral.id, ...input }, 'liaison')
        for (const event of events) this.saved.add(event.id)
      }
      answered.add(id)
      await step('referral.acknowledge', { statedAt: new Date(Date.now() + 86_400_000).toISOString() })
      const files = answered.size % fileEvery === 0 ? [(await newFile(core, 'liaison')).file] : []
      await step('referral.reply', { text: `تم ${id}`, files })
      for (const address of files) this.files.push({ address, machines: [department, office] })
      if (this.#isOver) return
    }
  }
}

/** A small file of this machine, as the window takes it in. */
async function newFile(core: Machine['core'], as: string): Promise<{ readonly file: string }> {
  const path = join(core.folder, '..', `${randomUUID()}.bin`)
  writeFileSync(path, randomBytes(3000))
  const { upload } = await core.call<{ upload: string }>('files.add', { path }, as)
  const described = await core.call<{ file: string }>('files.describe', { upload }, as)
  return { ...described, key: 'x' } as { readonly file: string }
}

function notThereYet(error: unknown): null {
  if (error instanceof RefusedCall && error.code === 'not-found') return null
  throw error
}
