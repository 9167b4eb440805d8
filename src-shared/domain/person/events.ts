import { z } from 'zod'
import { PersonDetails } from './person-details.ts'

/** Events of a person (stream `person:<id>`). Who it is stands in the private part only; forgetting removes it (S19). */
export const personEvents = {
  'person.recorded': {
    version: 1,
    audience: 'identity',
    facts: z.object({
      kind: z.enum(['individual', 'institution']),
      complainantKind: z.string().max(64),
      language: z.enum(['ar', 'en']),
    }),
    private: z.object({ details: PersonDetails }),
  },
  /** Two records of one human; nothing of a person is copied (architecture: each office has its own records of people). */
  'person.linked': { version: 1, audience: 'identity', facts: z.object({ other: z.uuid() }), private: null },
  'person.unlinked': { version: 1, audience: 'identity', facts: z.object({ other: z.uuid() }), private: null },
  'person.forgotten': {
    version: 1,
    audience: 'identity',
    facts: z.object({ reason: z.string().max(64) }),
    private: null,
  },
} as const
