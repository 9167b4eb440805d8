import type { Host } from './host.ts'
import type { Builder } from './router.ts'

export function reportsRouter(_os: Builder, _host: Host) {
  return {}
}
