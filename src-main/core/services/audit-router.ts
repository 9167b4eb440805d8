import { auditLines, exportAudit } from './audit-log.ts'
import { answer } from './answer.ts'
import type { Host } from './host.ts'
import type { Builder } from './router.ts'

export function auditRouter(os: Builder, host: Host) {
  return {
    audit: os.audit.router({
      list: os.audit.list.handler(({ input: { page, ...filter }, context }) =>
        answer(host, context, (office, caller) => auditLines(office, caller, { filter, page })),
      ),
      export: os.audit.export.handler(({ input, context }) =>
        answer(host, context, (office, caller) => exportAudit(office, caller, input)),
      ),
    }),
  }
}
