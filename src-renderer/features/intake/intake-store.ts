import { create } from 'zustand'
import type { Registered } from '#shared/contract/desktop/intake.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import type { Failure } from '#renderer/client/errors.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { emptyPerson } from '#renderer/parts/person-draft.ts'
import type { PersonDraft } from '#renderer/parts/person-draft.ts'
import type { IntakeForm } from './intake-form.ts'
import { emptyForm, isPaperChannel, isSpoken } from './intake-form.ts'
import type { Paper } from './telling.ts'

const channelKey = 'insaf-last-channel'

/** What a finished registration still owes: the complainant must learn the number. */
export interface Finished {
  readonly registered: Registered
  readonly person: string
  /** It was recorded with the registration, so doing it is not recorded a second time. */
  readonly promised: 'told' | null
  readonly owesTelling: boolean
  /** What printing the receipt does for the complainant. */
  readonly paper: Paper
}

/**
 * The form of the desk. It outlives the screen, so that a clerk may look at a case and come back; another user at the
 * same machine begins with an empty one.
 */
export interface IntakeStore {
  readonly user: string
  readonly country: Country
  readonly draft: string
  readonly form: IntakeForm
  /** Somebody chose the channel of this form; else it is that of the one before, and a file that was read knows better. */
  readonly channelChosen: boolean
  /** Its person was forgotten meanwhile, and nobody has said yet who it is instead. */
  readonly isForgotten: boolean
  /** All that was typed is kept, or there was no need to; else `saved` speaks of what stood there before. */
  readonly isRested: boolean
  readonly saved:
    | { readonly kind: 'no' }
    | { readonly kind: 'saving' }
    | { readonly kind: 'at'; readonly at: Instant }
    | { readonly kind: 'failed'; readonly why: Failure }
  readonly finished: Finished | null
  readonly begin: (user: string, country: Country) => void
  readonly startOver: () => void
  readonly open: (kept: { readonly draft: string; readonly savedAt: Instant; readonly form: IntakeForm }) => void
  readonly change: (part: Partial<IntakeForm>) => void
  /** Whoever was taken into it leaves it, with all that was typed of him (S19). */
  readonly forget: () => void
  readonly changePerson: (part: Partial<PersonDraft>) => void
  readonly chooseChannel: (channel: string) => void
  readonly addUpload: (upload: Uploaded) => void
  readonly setSaved: (saved: IntakeStore['saved']) => void
  /** The form that was saved: if nothing was typed since, it rests. */
  readonly rest: (form: IntakeForm) => void
  readonly finish: (finished: Finished) => void
  readonly told: () => void
}

const lastChannel = (): string => window.localStorage.getItem(channelKey) ?? 'phone'

const fresh = (country: Country) => ({
  draft: crypto.randomUUID() as string,
  form: emptyForm(country, lastChannel()),
  channelChosen: false,
  isForgotten: false,
  isRested: true,
  saved: { kind: 'no' } as const,
  finished: null,
})

export const useIntake = create<IntakeStore>()((set) => ({
  user: '',
  country: 'SA',
  ...fresh('SA'),
  begin: (user, country) => set((state) => (state.user === user ? {} : { user, country, ...fresh(country) })),
  startOver: () => set((state) => fresh(state.country)),
  open: ({ draft, savedAt, form }) =>
    set({
      draft,
      form,
      channelChosen: true,
      isForgotten: false,
      isRested: true,
      saved: { kind: 'at', at: savedAt },
      finished: null,
    }),
  change: (part) =>
    set((state) => ({
      form: { ...state.form, ...part },
      isRested: false,
      isForgotten: state.isForgotten && !('known' in part || 'key' in part || 'anonymous' in part),
    })),
  forget: () =>
    set((state) => ({
      isForgotten: true,
      isRested: false,
      form: { ...state.form, known: null, editing: false, key: '', person: emptyPerson(state.country) },
    })),
  changePerson: (part) =>
    set((state) => ({
      isForgotten: false,
      isRested: false,
      form: { ...state.form, person: { ...state.form.person, ...part } },
    })),
  chooseChannel: (channel) => {
    window.localStorage.setItem(channelKey, channel)
    set((state) => ({
      channelChosen: true,
      isRested: false,
      form: { ...state.form, channel, form: isSpoken(channel) ? 'oral' : 'written' },
    }))
  },
  addUpload: (upload) => set((state) => ({ isRested: false, form: withUpload(state.form, upload) })),
  setSaved: (saved) => set({ saved }),
  rest: (form) => set((state) => ({ isRested: state.form === form })),
  finish: (finished) => set((state) => ({ ...fresh(state.country), finished })),
  told: () => set((state) => (state.finished === null ? {} : { finished: { ...state.finished, owesTelling: false } })),
}))

/** Pages of a paper are counted by the machine until a person says otherwise. */
function withUpload(form: IntakeForm, upload: Uploaded): IntakeForm {
  const uploads = [...form.uploads.filter((known) => known.upload !== upload.upload), upload]
  if (!isPaperChannel(form.channel)) return { ...form, uploads }
  const counted = pagesOf(form.uploads)
  const untouched = form.pages === null || form.pages === counted
  return { ...form, uploads, pages: untouched ? (pagesOf(uploads) ?? form.pages) : form.pages }
}

function pagesOf(uploads: readonly Uploaded[]): number | null {
  const sum = uploads.reduce((total, { pages }) => total + (pages ?? 0), 0)
  return sum === 0 ? null : sum
}
