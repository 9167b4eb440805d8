import { insaf } from './command-line.ts'
import type { TestOffice } from './office.ts'
import { makeOffice } from './office.ts'

/** An office with some months of realistic work behind it. */
export function makeBusyOffice(cases = 120): TestOffice {
  const office = makeOffice()
  insaf(office.dataDir, ['demo', '--cases', String(cases), '--seed', '7', '--as', 'admin'])
  return office
}
