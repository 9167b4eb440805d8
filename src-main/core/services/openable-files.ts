import type { CaseCommand } from '#shared/domain/case/commands.ts'
import type { OpenableFile } from '#shared/domain/case/event-parts.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import { caseFiles } from './case-files.ts'
import { knownCaseId } from './known-case.ts'
import type { Office } from './office.ts'
import { fileInput } from './uploads.ts'

interface Asked {
  readonly case: string
  readonly command: CaseCommand
}

/**
 * Files are named by their address alone: size, kind, name and key are those of the upload, or of the case's own file,
 * whatever the caller says, so that no case names a file that nobody took in, and none that its caller may not open.
 */
export function withOpenableFiles(office: Office, caller: Caller, { case: of, command }: Asked): Result<CaseCommand> {
  switch (command.kind) {
    case 'add_files': {
      const uploads = command.input.files.map(({ file }) => office.uploads.at(file))
      if (uploads.includes(null)) return refuse('not-found', { what: 'upload' })
      const files = uploads.filter((upload) => upload !== null).map(fileInput)
      return ok({ kind: 'add_files', input: { ...command.input, files } })
    }
    case 'refer':
      return withReferredFiles(command, openerOf(office, caller, of))
    case 'reply_to_referral': {
      const attached = openerOf(office, caller, of)(command.input.files)
      return attached.ok ? ok({ ...command, input: { ...command.input, attached: [...attached.value] } }) : attached
    }
    default:
      return ok(command)
  }
}

type Opener = (addresses: readonly string[]) => Result<readonly OpenableFile[]>

function openerOf(office: Office, caller: Caller, of: string): Opener {
  return (addresses) => {
    if (addresses.length === 0) return ok([])
    const history = readStream(office.store.db, `case:${knownCaseId(office, office.store.db, of) ?? ''}`)
    const known = new Map(caseFiles(office, caller, history).map((file) => [file.file, file]))
    const found = addresses.map((address) => known.get(address) ?? uploaded(office, address))
    const missing = addresses[found.indexOf(null)]
    return missing === undefined ? ok(found.flatMap(openable)) : refuse('not-found', { what: missing })
  }
}

function uploaded(office: Office, address: string): OpenableFile | null {
  const upload = office.uploads.at(address)
  return upload === null ? null : fileInput(upload)
}

/** Field by field: what else is known of a file of the case is not the letter's. */
function openable(found: OpenableFile | null): readonly OpenableFile[] {
  if (found === null) return []
  const { file, size, mediaType, pages, name, key } = found
  return [{ file, size, mediaType, pages, name, key }]
}

type Refer = Extract<CaseCommand, { readonly kind: 'refer' }>

function withReferredFiles({ input }: Refer, open: Opener): Result<CaseCommand> {
  const referrals: Refer['input']['referrals'] = []
  for (const referral of input.referrals) {
    const attached = open(referral.files)
    if (!attached.ok) return attached
    referrals.push({ ...referral, attached: attached.value.map(withPlainName) })
  }
  return ok({ kind: 'refer', input: { referrals } })
}

/** A file's own name often tells whose it is: a department learns the number and the kind. */
function withPlainName(file: OpenableFile, place: number): OpenableFile {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? ''
  return { ...file, name: `مرفق-${place + 1}${ending}` }
}
