import { ok, refuse } from '#shared/lib/result.ts'
import { personRecorded, readPersonForm, readPersonRow } from './persons.ts'
import { answer, plainly, plainlyWith, vaultOf } from './answer.ts'
import type { CallContext } from './answer.ts'
import { recordOpening } from './audit.ts'
import { authorOf } from './case-command.ts'
import { needs } from './caller.ts'
import { forgetPerson } from './forget-person.ts'
import { forgetDraft, listDrafts, saveDraft } from './drafts.ts'
import { releasingFiles } from './draft-files.ts'
import { fileTicket, pageTicket } from './file-tickets.ts'
import type { Host } from './host.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import type { Result } from '#shared/lib/result.ts'
import { addFile, readUpload, uploadView } from './intake-files.ts'
import { callerHistory, findPeople, historyOf } from './people.ts'
import { otherRecords, proposedPairs, sayOfRecords } from './people-links.ts'
import { checkPersonParts } from './person-check.ts'
import { recordSearch } from './record-search.ts'
import { register } from './register.ts'
import type { Builder } from './router.ts'
import { storedFile } from './stored-file.ts'
import { removeWaiting } from './sweep-uploads.ts'
import { sweepSafely } from './sweep-office.ts'
import { takeFile } from './take-file.ts'
import { fileInput } from './uploads.ts'
import { maySeePerson } from './visibility.ts'
import { writeCommit } from './write.ts'
import { threadUpload } from './thread-upload.ts'

export function intakeRouter(os: Builder, host: Host) {
  return { intake: intakeProcedures(os, host), files: fileProcedures(os, host), people: peopleProcedures(os, host) }
}

function intakeProcedures(os: Builder, host: Host) {
  return os.intake.router({
    register: os.intake.register.handler(({ input, context }) =>
      answer(host, context, (office, caller) =>
        releasingFiles(office, caller, { draft: input.draft, work: () => register(office, caller, input) }),
      ),
    ),
    history: os.intake.history.handler(({ input, context }) =>
      answer(host, context, (office, caller) => callerHistory(office, caller, input.texts)),
    ),
    readUpload: os.intake.readUpload.handler(({ input, context, signal }) =>
      plainlyWith(host, context, {
        rights: ['register'],
        work: (office, caller) => readUpload(office, caller, { ...input, signal }),
      }).then((read) => answer(host, context, () => read)),
    ),
    takeFile: os.intake.takeFile.handler(({ input, context }) =>
      answer(host, context, (office, caller) => takeFile(office, caller, input)),
    ),
    threadUpload: os.intake.threadUpload.handler(({ input, context }) =>
      answer(host, context, (office, caller) => threadUpload(office, caller, input)),
    ),
    saveDraft: os.intake.saveDraft.handler(({ input, context }) =>
      answer(host, context, (office, caller) =>
        releasingFiles(office, caller, {
          draft: input.id,
          work: () => saveDraft(office.store.db, { ...input, user: caller.id, now: office.ports.clock.now() }),
        }),
      ),
    ),
    drafts: os.intake.drafts.handler(({ context }) =>
      plainly(host, context, (office, caller) => listDrafts(office.store.db, caller.id)),
    ),
    discardDraft: os.intake.discardDraft.handler(({ input, context }) =>
      plainly(host, context, (office, caller) =>
        releasingFiles(office, caller, {
          draft: input.id,
          work: () => {
            office.store.db.transaction(() => forgetDraft(office.store.db, caller.id, input.id))
            return null
          },
        }),
      ),
    ),
  })
}

function fileProcedures(os: Builder, host: Host) {
  return os.files.router({
    add: os.files.add.handler(({ input, context, signal }) =>
      answer(host, context, async (office, caller) => {
        const allowed = needs(caller, 'register', 'answer_for_department', 'draft_reply')
        if (!allowed.ok) return allowed
        const added = await addFile(office, { ...input, signal })
        return added.ok ? ok(uploadView(added.value)) : added
      }),
    ),
    describe: os.files.describe.handler(({ input, context }) =>
      answer(host, context, (office) => {
        const found = office.uploads.find(input.upload)
        return found === null ? refuse('not-found', { what: 'upload' }) : ok({ ...fileInput(found), key: '' })
      }),
    ),
    drop: os.files.drop.handler(({ input, context }) =>
      answer(host, context, async (office) => {
        const found = office.uploads.find(input.upload)
        if (found !== null) await removeWaiting(office, [found])
        return ok(null)
      }),
    ),
    openUrl: os.files.openUrl.handler(({ input, context }) =>
      answer(host, context, (office, caller) => {
        const file = storedFile(office, caller, input)
        return file.ok ? ok({ url: fileTicket(office, caller, input) }) : file
      }),
    ),
    pageUrl: os.files.pageUrl.handler(({ input, context }) =>
      answer(host, context, (office, caller) => {
        const file = storedFile(office, caller, input)
        return file.ok ? ok({ url: pageTicket(office, caller, input) }) : file
      }),
    ),
  })
}

function peopleProcedures(os: Builder, host: Host) {
  return os.people.router({
    search: os.people.search.handler(({ input, context }) =>
      plainlyWith(host, context, {
        rights: ['identify'],
        work: (office, caller) => {
          recordSearch(office, caller, { text: input.text, of: 'people' })
          return findPeople(office, caller, input)
        },
      }),
    ),
    get: os.people.get.handler(({ input, context }) =>
      plainlyWith(host, context, {
        rights: ['identify'],
        work: (office, caller) => historyOf(office, caller, input.id),
      }).then((found) =>
        answer(host, context, (office, caller) => {
          if (found.ok) recordOpening(office, caller, { kind: 'person_opened', of: input.id })
          return found
        }),
      ),
    ),
    change: os.people.change.handler(({ input, context }) =>
      plainlyWith(host, context, {
        rights: ['identify'],
        work: (office, caller) => {
          const details = readPersonForm(input.details, office.reference.settings.country)
          if (!details.ok) return details
          if (readPersonRow(office.store.db, input.id) === null || !maySeePerson(office, caller, input.id))
            return refuse('not-found', { what: input.id })
          const written = writeCommit(office, authorOf(caller), () => ok([personRecorded(input.id, details.value)]))
          const changed = written.ok ? readPersonRow(office.store.db, input.id) : null
          return written.ok && changed !== null ? ok(changed) : refuse('not-found', { what: input.id })
        },
      }).then((changed) => answer(host, context, () => changed)),
    ),
    forget: os.people.forget.handler(({ input, context }) =>
      answer(host, context, async (office, caller) => {
        const forgotten = forgetPerson(office, caller, input)
        if (!forgotten.ok) return forgotten
        return ok({ ...forgotten.value, copiesFollow: !(await sweepSafely(office, vaultOf(host))) })
      }),
    ),
    ...linkProcedures(os, host),
    check: os.people.check.handler(({ input, context }) =>
      plainly(host, context, (office) => checkPersonParts(input, office.reference.settings.country)),
    ),
  })
}

/** For whoever may see identities. */
function linkProcedures(os: Builder, host: Host) {
  const people = <T>(context: CallContext, work: (office: Office, caller: Caller) => Result<T> | Promise<Result<T>>) =>
    answer(host, context, (office, caller) => {
      const allowed = needs(caller, 'identify')
      return allowed.ok ? work(office, caller) : allowed
    })
  return {
    records: os.people.records.handler(({ input, context }) =>
      people(context, (office, caller) => otherRecords(office, caller, input)),
    ),
    proposals: os.people.proposals.handler(({ context }) => people(context, proposedPairs)),
    join: os.people.join.handler(({ input, context }) =>
      people(context, (office, caller) => sayOfRecords(office, caller, { ...input, type: 'person.linked' })),
    ),
    part: os.people.part.handler(({ input, context }) =>
      people(context, (office, caller) => sayOfRecords(office, caller, { ...input, type: 'person.unlinked' })),
    ),
  }
}
