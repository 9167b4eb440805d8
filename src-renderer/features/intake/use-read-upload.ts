import { useRef, useState } from 'react'
import type { IntakeProposal } from '#shared/contract/desktop/intake.ts'
import { core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { failureOf } from '#renderer/client/errors.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { useListOptions } from '#renderer/parts/lists.ts'
import { localMomentOf } from '#renderer/parts/local-moment.ts'
import { isEmptyPerson } from '#renderer/parts/person-draft.ts'
import { nameParts } from './caller-key.ts'
import type { IntakeForm } from './intake-form.ts'
import { isPaperChannel } from './intake-form.ts'
import type { IntakeStore } from './intake-store.ts'
import { useIntake } from './intake-store.ts'

export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'done'
      readonly upload: string
      readonly warnings: IntakeProposal['warnings']
      readonly belongsTo: string | null
      readonly takenInto: string | null
    }
  | { readonly kind: 'failed'; readonly why: Failure }

const isMessage = ({ name, mediaType }: Uploaded): boolean =>
  /\.(eml|msg)$/i.test(name) || mediaType === 'message/rfc822' || mediaType === 'application/vnd.ms-outlook'

/** Faxes are received as such files, and little else is. */
const isFax = ({ name, mediaType }: Uploaded): boolean => /\.tiff?$/i.test(name) || mediaType === 'image/tiff'

/** Reads an arrived e-mail or scan and fills the fields that are still empty; a person decides (C-05, C-06). */
export function useReadUpload(zone: string): {
  readonly reading: Reading
  readonly take: (upload: Uploaded) => void
  readonly settle: () => void
  readonly stop: () => void
} {
  const [reading, setReading] = useState<Reading>({ kind: 'none' })
  const abort = useRef<AbortController | null>(null)
  const hasFax = useListOptions('channels').some(({ value }) => value === 'fax')
  const read = async (upload: Uploaded): Promise<void> => {
    const begun = new AbortController()
    abort.current = begun
    setReading({ kind: 'busy' })
    try {
      const proposal = await core.intake.readUpload({ upload: upload.upload }, { signal: begun.signal })
      const store = useIntake.getState()
      const { form, change } = store
      // Removed while it was read: then nothing of it fills the form.
      if (!form.uploads.some((known) => known.upload === upload.upload)) return setReading({ kind: 'none' })
      change(filledBy(store, proposal, zone))
      setReading(
        proposal.kind === 'email' || proposal.warnings.length > 0
          ? {
              kind: 'done',
              upload: upload.upload,
              warnings: proposal.warnings,
              belongsTo: proposal.fields.belongsTo,
              takenInto: proposal.fields.takenInto,
            }
          : { kind: 'none' },
      )
    } catch (error) {
      setReading(begun.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', why: failureOf(error) })
    }
  }
  return {
    reading,
    take: (upload) => {
      const store = useIntake.getState()
      // The channel of the registration before says nothing of this one: its first file does, until somebody chooses (C-07).
      if (hasFax && isFax(upload) && !store.channelChosen && store.form.uploads.length === 0)
        store.change({ channel: 'fax', form: 'written' })
      store.addUpload(upload)
      if (isMessage(upload) || isPaperChannel(useIntake.getState().form.channel)) void read(upload)
    },
    settle: () => setReading({ kind: 'none' }),
    stop: () => abort.current?.abort(),
  }
}

/** In: the form and who chose its channel, what was read. Out: the part to change; nothing that was typed is overwritten. */
function filledBy(store: IntakeStore, proposal: IntakeProposal, zone: string): Partial<IntakeForm> {
  const { form } = store
  const { fields } = proposal
  const known = new Set(form.uploads.map(({ upload }) => upload))
  const uploads = [...form.uploads, ...proposal.uploads.filter(({ upload }) => !known.has(upload))]
  if (proposal.kind !== 'email')
    return {
      uploads,
      form: 'written',
      source: form.source === 'staff' && proposal.kind === 'scan' ? 'scan' : form.source,
    }
  const sender =
    form.known === null && isEmptyPerson(form.person)
      ? { ...nameParts(fields.senderName), email: fields.senderEmail, language: fields.language }
      : {}
  return {
    uploads,
    // Some offices have their faxes as mail: who chose knows.
    channel: store.channelChosen ? form.channel : 'email',
    form: 'written',
    source: 'email_file',
    key: form.key === '' ? fields.senderEmail : form.key,
    subject: form.subject === '' ? fields.subject.slice(0, 500) : form.subject,
    text: form.text === '' ? fields.text.slice(0, 20_000) : form.text,
    person: { ...form.person, ...sender },
    ...(form.received === null && fields.receivedAt !== null
      ? { received: localMomentOf(fields.receivedAt, zone), stampedByMachine: true }
      : {}),
  }
}
