/**
 * Whether a device may fetch a file: an event that it may hold, with its private part, names it (SYNC-BLOB-3). The log
 * answers as it stands now, so a withdrawn case, or a referral that went back, ends the fetching at once.
 */
import { z } from 'zod'
import type { Audience } from '#shared/domain/access/audience.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import { caseMembers, caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { openPrivatePart } from '#shared/sync/private-part.ts'
import type { Engine } from '#server/engine/engine.ts'
import { loadReference } from '#server/engine/load-reference.ts'
import { readCases } from '#server/engine/load-streams.ts'
import type { StoredEvent } from '#server/log/server-log.ts'
import type { AskedFile } from './engine-calls.ts'

export async function namesFile(
  engine: Engine,
  feeds: readonly FeedName[],
  { address, stream }: AskedFile,
): Promise<boolean> {
  if (stream.startsWith('report:')) return namesReportFile(engine, feeds, { address, stream })
  if (!stream.startsWith('case:')) return false
  return engine.log.read(async (log) => {
    const rows = await log.readStreams([stream])
    const state = (await readCases(engine, log, rows)).get(stream)
    if (state?.kind !== 'case') return false
    const { now } = await loadReference(engine, log)
    const reach = caseReach(state)
    const members = caseMembers(reach, now.units).filter((each) => feeds.includes(audienceName(each) as FeedName))
    if (members.length === 0) return false
    const naming = (await log.readEvents([stream])).filter((event) => isNamedIn(event, address))
    const isShown = (event: StoredEvent, member: Audience): boolean =>
      shareOfCaseEvent(shown(event), member, reach) === 'all'
    return naming.some((event) => members.some((member) => isShown(event, member)))
  })
}

/** Whoever holds an issued report holds its files. */
async function namesReportFile(
  engine: Engine,
  feeds: readonly FeedName[],
  { address, stream }: AskedFile,
): Promise<boolean> {
  return engine.log.read(async (log) => {
    const [row] = await log.readStreams([stream])
    if (row?.feeds.some((feed) => feeds.includes(feed)) !== true) return false
    return (await log.readEvents([stream])).some((event) => isNamedIn(event, address))
  })
}

function shown({ envelope, facts }: StoredEvent) {
  const { type } = parseCanonical(envelope) as EnvelopeContent
  return { type, referral: referralNamed(parseCanonical(facts) as Readonly<Record<string, unknown>>) }
}

/** A file's own event names it in its facts; a referral, its answer and an issued report in their private part. */
function isNamedIn({ facts, private: secret }: StoredEvent, address: string): boolean {
  if (secret === null || !(hasText(facts, address) || hasText(secret, address))) return false
  const { file } = Named.parse(parseCanonical(facts))
  const { files, attached } = NamedSecretly.parse(openPrivatePart(secret))
  return (
    file === address || files?.includes(address) === true || attached?.some((each) => each.file === address) === true
  )
}

const Named = z.object({ file: z.string().optional() })
const NamedSecretly = z.object({
  files: z.array(z.string()).optional(),
  attached: z.array(z.object({ file: z.string() })).optional(),
})

/** Most events name no file, and need not be read to know it. */
const hasText = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text)
