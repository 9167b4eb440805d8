import type { Result } from '#shared/lib/result.ts'
import { callerOf } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Connection } from './connection.ts'
import type { Host } from './host.ts'
import { withLocalTimes } from './local-times.ts'
import type { Office } from './office.ts'
import { orRefuse, refusedError } from './refused.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import type { Vault } from '#core/vault/vault.ts'

export interface CallContext {
  readonly connection: Connection
}

type Work<T> = (office: Office, caller: Caller) => T | Promise<T>

/** The open office, or the refusal that there is none. */
export function officeOf(host: Host): Office {
  const { state } = host
  if (state.kind === 'locked') throw refusedError({ code: 'folder-locked', params: {} })
  if (state.kind === 'empty') throw refusedError({ code: 'not-set-up', params: {} })
  return state.office
}

/** The keys of the open office. */
export function vaultOf(host: Host): Vault {
  officeOf(host)
  if (host.state.kind !== 'ready') throw new Error('broken invariant: an open office has its vault')
  return host.state.vault
}

/** Runs a procedure for a signed-in caller; a refusal becomes the contract's error. */
export async function answer<T>(host: Host, context: CallContext, work: Work<Result<T>>): Promise<T> {
  const office = officeOf(host)
  const result = await work(office, orRefuse(callerOf(office, context.connection)))
  return orRefuse(result.ok ? result : { ok: false, refusal: withLocalTimes(officeOf(host), result.refusal) })
}

/** The same for work that cannot be refused. */
export async function plainly<T>(host: Host, context: CallContext, work: Work<T>): Promise<T> {
  const office = officeOf(host)
  return work(office, orRefuse(callerOf(office, context.connection)))
}

/** The same for work on lists, which are not there while the tables are built anew. */
export async function fromTables<T>(host: Host, context: CallContext, work: Work<T>): Promise<T> {
  return plainly(host, context, (office, caller) => {
    if (!office.store.tablesReady) throw refusedError({ code: 'tables-building', params: {} })
    return work(office, caller)
  })
}

/** The same for work that needs one of these rights. */
export async function plainlyWith<T>(
  host: Host,
  context: CallContext,
  asked: { readonly rights: readonly Right[]; readonly work: Work<T> },
): Promise<T> {
  return plainly(host, context, (office, caller) => {
    if (!asked.rights.some((right) => caller.rights.has(right)))
      throw refusedError({ code: 'not-allowed', params: { right: asked.rights.join(', ') } })
    return asked.work(office, caller)
  })
}
