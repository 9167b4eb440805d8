import { StreamName } from './envelope.ts'
import { EntryHeader } from './feed-entry.ts'

/**
 * In: a value from elsewhere. Out: the header it is; null when it is none. Exactly what `EntryHeader` takes; what nearly
 * every entry is, a commit, is told by hand, for all entries of all feeds pass here (SYNC-FEED-2).
 */
export function readEntryHeader(value: unknown): EntryHeader | null {
  return isCommitHeader(value) ? value : (EntryHeader.safeParse(value).data ?? null)
}

type CommitHeader = Extract<EntryHeader, { readonly kind: 'commit' | 'earlier' }>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const hexHash = /^[0-9a-f]{64}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const mostEvents = 2000

/** False also for what the schema would take: it is asked then. */
function isCommitHeader(value: unknown): value is CommitHeader {
  if (!isObject(value) || countMembers(value) !== 7) return false
  const { kind, commit, verdict, facts, at, doubtful, events } = value
  return (
    (kind === 'commit' || kind === 'earlier') &&
    (verdict === 'accepted' || verdict === 'conflict' || verdict === 'void') &&
    matches(commit, uuid) &&
    matches(at, instant) &&
    typeof doubtful === 'boolean' &&
    Array.isArray(facts) &&
    facts.length === 0 &&
    Array.isArray(events) &&
    events.length > 0 &&
    events.length <= mostEvents &&
    events.every(isEntryEvent)
  )
}

function isEntryEvent(value: unknown): boolean {
  if (!isObject(value) || countMembers(value) !== 7) return false
  const { id, stream, position, content, device, epoch, sequence } = value
  return (
    matches(id, uuidv7) &&
    matches(content, hexHash) &&
    isPositive(position) &&
    isPositive(epoch) &&
    isPositive(sequence) &&
    typeof device === 'string' &&
    device.length > 0 &&
    device.length <= 100 &&
    typeof stream === 'string' &&
    (isCaseOrPerson(stream) || StreamName.safeParse(stream).success)
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function countMembers(value: object): number {
  let count = 0
  for (const name in value) if (Object.hasOwn(value, name)) count += 1
  return count
}

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value)

const isPositive = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value > 0

const owned = /^(case|person):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isCaseOrPerson = (stream: string): boolean => owned.test(stream)
