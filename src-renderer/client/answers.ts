import type { core } from './core.ts'

/** Answers of the core by the names parts know them by; parts stand behind the client and do not name the contract. */
export type SessionView = Awaited<ReturnType<typeof core.session.me>>
export type QueueName = keyof Awaited<ReturnType<typeof core.cases.counts>>
export type LinkView = Awaited<ReturnType<typeof core.sync.status>>['link']
export type CaseFilter = NonNullable<Parameters<typeof core.cases.queue>[0]['filter']>
export type SearchAnswer = Awaited<ReturnType<typeof core.cases.search>>
