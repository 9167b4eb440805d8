import { os } from '@orpc/server'
import { findParent } from '#core/transport/parent.ts'
import { parentSecrets } from '#core/transport/parent-secrets.ts'
import type { CoreApi } from '#core/transport/core-api.ts'
import { portServer } from '#core/transport/serve-port.ts'
import { ToCore } from '#shared/contract/desktop/core-process.ts'

/** A core without a store, in a utility process: the real parent, ports and key chain of the core's own entry. */
const parent = findParent()
const secrets = parentSecrets('test', parent.tell)

const router = {
  pid: os.handler(() => process.pid),
  wrapped: os.handler(async () => [...(await secrets.wrap(Uint8Array.of(1, 2, 3)))]),
}
const serve = portServer({ router } as unknown as CoreApi)

parent.onMessage((data, ports) => {
  const message = ToCore.parse(data)
  if (message.kind === 'start') parent.tell({ kind: 'listening', socket: message.dataDir })
  if (message.kind === 'secret-answer') secrets.answered(message)
  if (message.kind === 'window-port') for (const port of ports) serve(port)
  if (message.kind === 'stop') process.exit(0)
})
