import { RegisterInput } from '#shared/contract/desktop/intake.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { localMomentOf } from '#renderer/parts/local-moment.ts'
import type { PersonDraft } from '#renderer/parts/person-draft.ts'
import { emptyPerson } from '#renderer/parts/person-draft.ts'
import type { IntakeForm } from './intake-form.ts'
import { emptyForm } from './intake-form.ts'

const DraftInput = RegisterInput.partial()

interface Office {
  readonly country: Country
  readonly zone: string
}

/** How this window keeps a form; what the command line left has the shape of the contract's input instead. */
export const keptForm = (form: IntakeForm): { readonly window: IntakeForm } => ({ window: form })

/**
 * In: a kept draft, the office, how an upload is looked up. Out: the form. A draft of an earlier version lacks fields:
 * those are empty.
 */
export async function readDraft(
  kept: unknown,
  office: Office,
  describe: (upload: string) => Promise<Uploaded | null>,
): Promise<IntakeForm> {
  const empty = emptyForm(office.country, 'phone')
  if (isOwn(kept)) return { ...empty, ...kept.window, person: { ...empty.person, ...kept.window.person } }
  const input = DraftInput.safeParse(kept)
  return input.success ? formOfInput(input.data, office, describe) : empty
}

function isOwn(kept: unknown): kept is { readonly window: Partial<IntakeForm> } {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'window' in kept &&
    typeof kept.window === 'object' &&
    kept.window !== null
  )
}

/** What a draft of the window is called in the list of drafts. */
export function titleOfDraft(kept: unknown): string {
  const found: unknown = isOwn(kept)
    ? kept.window.subject || kept.window.known?.displayName || kept.window.key
    : (kept as { subject?: unknown } | null)?.subject
  return typeof found === 'string' ? found : ''
}

type Input = ReturnType<typeof DraftInput.parse>

async function formOfInput(
  input: Input,
  office: Office,
  describe: (upload: string) => Promise<Uploaded | null>,
): Promise<IntakeForm> {
  const empty = emptyForm(office.country, input.channel ?? 'email')
  const received = input.receivedAt === undefined ? null : parseInstant(input.receivedAt)
  const uploads = await Promise.all((input.uploads ?? []).map(describe))
  return {
    ...empty,
    person: personOfInput(input.person, office),
    anonymous: input.person?.kind === 'anonymous',
    type: input.type ?? null,
    subject: input.subject === '—' ? '' : (input.subject ?? ''),
    text: input.text === '—' ? '' : (input.text ?? ''),
    subjects: input.subjects ?? [],
    pages: input.pages ?? null,
    received: received === null ? null : localMomentOf(received, office.zone),
    stampedByMachine: input.stampedBy === 'machine',
    source: input.source ?? 'staff',
    uploads: uploads.filter((upload) => upload !== null),
  }
}

function personOfInput(person: Input['person'], { country }: Office): PersonDraft {
  const empty = emptyPerson(country)
  if (person?.kind === 'anonymous') return { ...empty, language: person.language }
  if (person?.kind !== 'new') return empty
  const { document, birthDate, ...same } = person.details
  return {
    ...empty,
    ...same,
    ...(document === null
      ? {}
      : { documentCountry: document.country, documentKind: document.kind, documentNumber: document.number }),
    ...(birthDate === null ? {} : { birthCalendar: birthDate.calendar, birthText: birthDate.text }),
  }
}
