import { nextSteps } from '#core/projections/next-step.ts'
import type { SqlParam } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { visibilitySql } from './visibility.ts'

/** A condition on `case_rows r` with its parameters. */
export interface Condition {
  readonly sql: string
  readonly params: readonly SqlParam[]
}

export const where = (sql: string, ...params: readonly SqlParam[]): Condition => ({ sql, params })

export function joined(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  }
}

export const visible = (office: Office, caller: Caller): Condition => visibilitySql(office, caller)

const waitingSteps = nextSteps.filter((step) => step !== 'none').map((step) => `'${step}'`)

/** The steps are named, so that the index of steps finds what falls due before a moment in each of them. */
export const isRunning = `r.running_due IS NOT NULL AND r.held = 0 AND r.step <> 'none' AND r.step IN (${waitingSteps.join(', ')})`
