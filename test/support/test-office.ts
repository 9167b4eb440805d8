import { onTestFinished } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import type { Connection } from '#core/services/connection.ts'
import type { CoreApi } from '#core/transport/core-api.ts'
import { systemClock } from '#core/system-ports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { expectEqualToServer } from './replica-equals.ts'
import { temporaryFolder } from './temporary-folder.ts'

/*
 * A whole office in this process: the real core on a real folder, spoken to through the contract as the command line does
 * (an automation folder: users are named, not signed in by password).
 */
export interface TestOffice {
  readonly folder: string
  readonly core: CoreApi
  readonly recoveryCode: string
  /** Null: the machine's own clock. */
  now: Instant | null
  /** A call that must be answered; a refusal throws with its code. */
  call<T>(path: string, input?: unknown, as?: string): Promise<T>
  /** A call that must be refused; out: the refusal's code. */
  refused(path: string, input?: unknown, as?: string): Promise<string>
  /** Closes the core and opens the folder again. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export const testPassword = 'correct horse 1'

interface Options {
  readonly folder?: string
  readonly now?: Instant
  readonly practice?: boolean
  readonly code?: string
  readonly country?: 'SA' | 'JO' | 'EG' | 'PS'
  /** A core that lives long, as behind a window. */
  readonly background?: boolean
  /** What the system calls the machine; default: as it does. */
  readonly machine?: string
}

interface Opening {
  readonly folder: string
  readonly background: boolean
  readonly now: () => Instant
  readonly machine: string | undefined
}

async function openAt({ folder, background, now, machine }: Opening): Promise<CoreApi> {
  const of = machine === undefined ? {} : { machineId: () => machine }
  const opened = await openCore({ dataDir: folder, background, ports: { clock: { now }, ...of } })
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal.code} ${JSON.stringify(opened.refusal.params)}`)
  return opened.value
}

/** A new office with its administrator `admin`, who holds every right. */
export async function testOffice(options: Options = {}): Promise<TestOffice> {
  const office = await openOfficeFolder(options)
  const created = await office.call<{ recoveryCode: string }>(
    'setup.create',
    {
      office: options.code ?? 'AMM',
      nameAr: 'مكتب الشكاوى',
      nameEn: 'Complaint office',
      country: options.country ?? 'JO',
      adminUsername: 'admin',
      adminName: 'مدير المكتب',
      password: testPassword,
      practice: options.practice ?? false,
    },
    '',
  )
  return Object.assign(office, { recoveryCode: created.recoveryCode })
}

/** A folder as it is: empty, or one that another core left. */
export async function openOfficeFolder(options: Options = {}): Promise<TestOffice> {
  const folder = options.folder ?? temporaryFolder()
  const connections = new Map<string, Connection>()
  const office: Mutable<TestOffice> & { now: Instant | null } = {
    folder,
    now: options.now ?? null,
    recoveryCode: '',
    core: undefined as unknown as CoreApi, // opened in the next lines, when `now` can be asked
    call: async <T>(path: string, input: unknown = {}, as = 'admin') => {
      const answer = await office.core.call(path, input, await connectionOf(office.core, connections, as))
      if (!answer.ok) throw new Error(`${path}: ${answer.error.code} ${answer.error.en}`)
      return answer.value as T
    },
    refused: async (path, input = {}, as = 'admin') => {
      const answer = await office.core.call(path, input, await connectionOf(office.core, connections, as))
      return answer.ok ? 'answered' : answer.error.code
    },
    reopen: async () => {
      await office.core.close()
      connections.clear()
      office.core = await openAt(opening)
    },
    close: () => office.core.close(),
  }
  const { background = false, machine } = options
  const opening = { folder, background, machine, now: () => office.now ?? systemClock.now() }
  office.core = await openAt(opening)
  onTestFinished(async () => {
    await expectEqualToServer(office.core)
    await office.core.close()
  })
  return office
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export async function connectionOf(
  core: CoreApi,
  connections: Map<string, Connection>,
  as: string,
): Promise<Connection> {
  const known = connections.get(as)
  if (known !== undefined) return known
  const connection = newConnection('cli')
  if (as !== '') {
    const named = await core.signInAs(connection, as, null)
    // A machine that joined a server asks for the password.
    const isAsked = !named.ok && named.refusal.code === 'password-needed'
    const signedIn = isAsked ? await core.signInAs(connection, as, testPassword) : named
    if (!signedIn.ok) throw new Error(`${as}: ${signedIn.refusal.code}`)
  }
  connections.set(as, connection)
  return connection
}

interface StaffMember {
  readonly username: string
  readonly groups: readonly string[]
  readonly unit?: string
  readonly staffId?: string | null
}

export interface TestUnit {
  readonly id: string
}

/** Adds a department; out: its unit. */
export function addDepartment(office: TestOffice, code: string): Promise<TestUnit> {
  return office.call<TestUnit>('admin.setUnit', {
    kind: 'department',
    code,
    name: { ar: `دائرة ${code}`, en: `Department ${code}` },
    parent: `office-amm`,
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  })
}

/** Adds a user of the office; out: the user's id. */
export async function addUser(
  office: TestOffice,
  { username, groups, unit = 'office-amm', staffId = null }: StaffMember,
): Promise<string> {
  const user = await office.call<{ id: string }>('admin.setUser', {
    username,
    name: { ar: username, en: username },
    unit,
    groups,
    active: true,
    staffId,
    language: 'ar',
    password: testPassword,
  })
  return user.id
}
