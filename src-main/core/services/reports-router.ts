import { answer } from './answer.ts'
import type { Host } from './host.ts'
import { makeLetterFor } from './letters.ts'
import type { Builder } from './router.ts'

export function reportsRouter(os: Builder, host: Host) {
  return {
    letters: os.letters.router({
      make: os.letters.make.handler(({ input, context }) => answer(host, context, (office, caller) => makeLetterFor(office, caller, input))),
    }),
  }
}
