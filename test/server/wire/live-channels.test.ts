import { expect, test } from 'vitest'
import { ok, refuse } from '#shared/lib/result.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { LiveChannel, LiveSocket, ReadPage } from '#server/wire/live-channel.ts'
import { LiveChannels } from '#server/wire/live-channels.ts'

const feed = FeedName.parse('office:office-no')

/** A feed whose reads end when the test says so: what each shows was settled when it began. */
function slowFeed() {
  let end = 0
  const begun: (() => void)[] = []
  const readPage = (_: FeedName, after: number): Promise<ReadPage> => {
    const page = { bytes: new Uint8Array([end]), sequence: Math.max(after, end), end }
    return new Promise((resolve) => begun.push(() => resolve(page)))
  }
  return {
    append: () => (end += 1),
    endReads: () => begun.splice(0).forEach((finish) => finish()),
    channels: new LiveChannels({
      recentPage: () => null,
      readPage,
      feedsOf: () => Promise.resolve(ok([feed])),
      standing: () => Promise.resolve(''),
      onFault: () => {},
    }),
  }
}

function socketThat(hears: (data: string | Uint8Array) => void): LiveSocket {
  return { send: hears, close: () => {}, bufferedAmount: 0 }
}

const soon = (): Promise<void> => new Promise((go) => setTimeout(go, 5))

test('SYNC-LINK-6 a machine that is woken by an entry gets it, also while another still reads the feed as it was', async () => {
  const { channels, append, endReads } = slowFeed()
  const heard: (string | Uint8Array)[] = []
  const [quiet, busy] = [
    channels.open(
      'quiet',
      socketThat((data) => heard.push(data)),
    ),
    channels.open(
      'busy',
      socketThat(() => {}),
    ),
  ]
  const follow = JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] })
  const followed = channels.heard(quiet, follow)
  await soon()
  endReads()
  await followed
  void channels.heard(busy, follow)
  await soon()
  append()
  const woken = channels.wake([feed])
  await soon()
  endReads()
  await soon()
  endReads()
  await woken
  expect(heard).toHaveLength(1)
})

const strict = FeedName.parse('case:018f0000-0000-7000-8000-000000000001')

/** A strict case's feed, and the machines that may hold it; `standing` grows with every change of them. */
function strictFeed() {
  let [end, standing, questions, looks] = [0, 0, 0, 0]
  const holders = new Set(['named', 'other'])
  const channels = new LiveChannels({
    recentPage: () => null,
    readPage: (_, after) => Promise.resolve({ bytes: new Uint8Array([end]), sequence: Math.max(after, end), end }),
    feedsOf: (device) => {
      questions += 1
      return Promise.resolve(ok(holders.has(device) ? [feed, strict] : [feed]))
    },
    standing: () => {
      looks += 1
      return Promise.resolve(String(standing))
    },
    onFault: () => {},
  })
  return {
    channels,
    looks: () => looks,
    append: () => (end += 1),
    change: (device: string, holds: boolean) => {
      standing += 1
      if (holds) holders.add(device)
      else holders.delete(device)
    },
    questions: () => questions,
    open: async (device: string) => {
      const heard: (string | Uint8Array)[] = []
      const channel = channels.open(
        device,
        socketThat((data) => heard.push(data)),
      )
      const follow = {
        kind: 'follow',
        feeds: [
          { feed, sequence: 0 },
          { feed: strict, sequence: 0 },
        ],
      }
      await channels.heard(channel, JSON.stringify(follow))
      return heard
    },
  }
}

const feedsAreOthers = JSON.stringify({ kind: 'feeds' })

test('SYNC-FEED-6 where no named user is any more, nothing of the strict case travels live from then on, and the machine is told (R-08)', async () => {
  const { channels, open, append, change } = strictFeed()
  const [named, other] = [await open('named'), await open('other')]
  change('named', false)
  append()
  await channels.wake([strict])
  expect(named).toEqual([feedsAreOthers])
  expect(other).toHaveLength(1)
  change('named', true)
  await channels.wake([])
  expect(named).toEqual([feedsAreOthers, feedsAreOthers])
})

test('SYNC-FEED-6 a page that was being read while its machine lost the case is not sent (R-08)', async () => {
  const { channels, open, append, change } = strictFeed()
  const named = await open('named')
  append()
  const woken = channels.wake([strict])
  change('named', false)
  await woken
  expect(named).toEqual([feedsAreOthers])
})

test('SYNC-FEED-6 an answer from before a change does not let a machine follow what it lost by it', async () => {
  const answers: ((feeds: readonly FeedName[]) => void)[] = []
  let standing = 0
  const channels = new LiveChannels({
    recentPage: () => null,
    readPage: (_, after) => Promise.resolve({ bytes: new Uint8Array([1]), sequence: Math.max(after, 1), end: 1 }),
    feedsOf: () => new Promise((resolve) => answers.push((feeds) => resolve(ok(feeds)))),
    standing: () => Promise.resolve(String(standing)),
    onFault: () => {},
  })
  const heard: (string | Uint8Array)[] = []
  const channel = channels.open(
    'named',
    socketThat((data) => heard.push(data)),
  )
  const following = channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed: strict, sequence: 0 }] }))
  standing += 1
  const woken = channels.wake([strict])
  await soon()
  const [early, late] = answers
  late?.([feed])
  await soon()
  early?.([feed, strict])
  await Promise.all([following, woken])
  expect(heard).toEqual([])
})

test('SYNC-LINK-6 a wake asks nobody’s feeds anew while no right has changed', async () => {
  const { channels, open, append, questions } = strictFeed()
  await open('named')
  await open('other')
  await channels.wake([feed])
  const before = questions()
  append()
  await channels.wake([feed, strict])
  expect(questions()).toBe(before)
})

test('SYNC-LINK-6 a page waits for one look at who may hold it, and a wake that sends none for one as well', async () => {
  const { channels, open, append, looks } = strictFeed()
  const heard = await open('named')
  const before = looks()
  append()
  await channels.wake([strict])
  expect([heard.length, looks() - before]).toEqual([1, 1])
  await channels.wake([])
  expect(looks() - before).toBe(2)
})

test('SYNC-ENROL-2 a machine that is revoked while its page is read is refused, and gets no page more', async () => {
  let isRevoked = false
  const channels = new LiveChannels({
    recentPage: () => null,
    readPage: (_, after) => {
      isRevoked = true
      return Promise.resolve({ bytes: new Uint8Array([1]), sequence: after + 1, end: after + 1 })
    },
    feedsOf: () => Promise.resolve(isRevoked ? refuse('sync-device-revoked') : ok([feed])),
    standing: () => Promise.resolve(String(isRevoked)),
    onFault: () => {},
  })
  const heard: (string | Uint8Array)[] = []
  const channel = channels.open(
    'machine',
    socketThat((data) => heard.push(data)),
  )
  await channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] }))
  expect(heard.map((data) => (typeof data === 'string' ? (JSON.parse(data) as object) : data))).toMatchObject([
    { kind: 'refused', reason: { code: 'sync-device-revoked' } },
  ])
})

test('SYNC-ENROL-2 SYNC-LINK-6 what is in memory is written while the look is on its way, and sent only behind its answer', async () => {
  let [isRevoked, written] = [false, 0]
  const looks: (() => void)[] = []
  const channels = new LiveChannels({
    recentPage: (_, after) => () => {
      written += 1
      return { bytes: new Uint8Array([1]), sequence: after + 1, end: after + 1 }
    },
    readPage: () => Promise.reject(new Error('memory has it')),
    feedsOf: () => Promise.resolve(isRevoked ? refuse('sync-device-revoked') : ok([feed])),
    standing: () => new Promise((resolve) => looks.push(() => resolve(String(isRevoked)))),
    onFault: () => {},
  })
  const heard: (string | Uint8Array)[] = []
  const channel = channels.open(
    'machine',
    socketThat((data) => heard.push(data)),
  )
  const following = channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] }))
  await soon()
  expect([written, looks.length, heard.length]).toEqual([1, 1, 0])
  isRevoked = true
  looks.splice(0).forEach((answer) => answer())
  await following
  expect(heard.map((data) => typeof data)).toEqual(['string'])
})

/** What was appended is in memory; each look is answered when the test says so, with the text it gives. */
function rememberedFeed() {
  let end = 0
  const looks: ((standing: string) => void)[] = []
  const questions: string[] = []
  const channels = new LiveChannels({
    recentPage: (_, after) => () => ({ bytes: new Uint8Array([end]), sequence: Math.max(after, end), end }),
    readPage: () => Promise.reject(new Error('what is in memory is not read')),
    feedsOf: (device) => {
      questions.push(device)
      return Promise.resolve(device === 'revoked' ? refuse('sync-device-revoked') : ok([feed]))
    },
    standing: () => new Promise((resolve) => looks.push(resolve)),
    onFault: () => {},
  })
  const open = async (device: string) => {
    const heard: (string | Uint8Array)[] = []
    const channel = channels.open(
      device,
      socketThat((data) => heard.push(data)),
    )
    const followed = channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] }))
    await soon()
    looks.splice(0).forEach((answer) => answer('as it was'))
    await followed
    return heard.splice(0) && heard
  }
  return { channels, open, looks, questions, append: () => (end += 1) }
}

test('SYNC-LINK-6 what was asked behind a commit is the look before its page, and no page goes before its answer', async () => {
  const { channels, open, looks, append } = rememberedFeed()
  const heard = await open('following')
  append()
  let answer: (standing: string) => void = () => undefined
  const woken = channels.wake([feed], new Promise((resolve) => (answer = resolve)))
  await soon()
  expect([heard.length, looks.length]).toEqual([0, 0])
  answer('as it was')
  await woken
  expect([heard.length, looks.length]).toEqual([1, 0])
})

test('SYNC-LINK-6 SYNC-ENROL-2 where the answer behind a commit is another than before, everyone is asked for anew first', async () => {
  const { channels, open, questions, append } = rememberedFeed()
  const heard = await open('following')
  questions.splice(0)
  append()
  await channels.wake([feed], Promise.resolve('another'))
  expect([questions, heard.length]).toEqual([['following'], 1])
})

test('SYNC-LINK-6 SYNC-ENROL-2 what came while a page was on its way has a look of its own, later than its commit', async () => {
  const { channels, open, looks, append } = rememberedFeed()
  const heard = await open('following')
  append()
  let answer: (standing: string) => void = () => undefined
  const first = channels.wake([feed], new Promise((resolve) => (answer = resolve)))
  append()
  const second = channels.wake([feed], Promise.resolve('as it was'))
  answer('as it was')
  await soon()
  // The channel was busy: the second entry is read in a later turn than the answer behind it was meant for.
  expect([heard.length, looks.length]).toEqual([1, 1])
  looks.splice(0).forEach((look) => look('as it was'))
  await Promise.all([first, second])
  expect(heard).toHaveLength(2)
})

test('SYNC-LINK-6 an answer that is lost with its connection is asked for again, and the page goes behind that', async () => {
  const { channels, open, looks, append } = rememberedFeed()
  const heard = await open('following')
  append()
  const woken = channels.wake([feed], Promise.reject(new Error('the connection is gone')))
  await soon()
  expect([heard.length, looks.length]).toEqual([0, 1])
  looks.splice(0).forEach((look) => look('as it was'))
  await woken
  expect(heard).toHaveLength(1)
})

test('SYNC-LINK-6 whoever wrote last is sent what came last: the others wait for it, he has it', async () => {
  const said: string[] = []
  const channels = new LiveChannels({
    recentPage: (_, after) => () => ({ bytes: new Uint8Array([1]), sequence: after + 1, end: after + 1 }),
    readPage: (_, after) => Promise.resolve({ bytes: null, sequence: after, end: after }),
    feedsOf: () => Promise.resolve(ok([feed])),
    standing: () => Promise.resolve(''),
    onFault: () => {},
  })
  const opened = ['first', 'second', 'third'].map((name) =>
    channels.open(
      name,
      socketThat(() => said.push(name)),
    ),
  )
  for (const channel of opened)
    await channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] }))
  said.length = 0
  for (const [writer, last] of [
    [opened[0], 'first'],
    [opened[1], 'second'],
  ] as const) {
    if (writer !== undefined) channels.writes(writer)
    await channels.wake([feed])
    expect(said.splice(0).at(-1)).toBe(last)
  }
  // One that is gone does not come back by what it still sent.
  if (opened[2] !== undefined) channels.forget(opened[2])
  if (opened[2] !== undefined) channels.writes(opened[2])
  expect(channels.size).toBe(2)
})

const followed = JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] })

test('SYNC-LINK-6 while each channel is looked at anew, whoever goes on writing keeps nobody waiting', async () => {
  let [standing, questions] = ['before', 0]
  let writer: LiveChannel | null = null
  const channels = new LiveChannels({
    recentPage: () => null,
    readPage: (_, after) => Promise.resolve({ bytes: new Uint8Array([1]), sequence: after + 1, end: after + 1 }),
    // He writes whenever anybody is asked for; only so often, so that a look without an end has one here.
    feedsOf: () => {
      questions += 1
      if (writer !== null && questions < 100) channels.writes(writer)
      return Promise.resolve(ok([feed]))
    },
    standing: () => Promise.resolve(standing),
    onFault: () => {},
  })
  const opened = ['writer', 'second', 'third'].map((name) =>
    channels.open(
      name,
      socketThat(() => {}),
    ),
  )
  for (const channel of opened) await channels.heard(channel, followed)
  ;[standing, questions, writer] = ['another', 0, opened[0] ?? null]
  await channels.wake([])
  expect(questions).toBe(3)
})

/** A feed of one entry more with every wake; `broken` names the devices whose pages, or whose feeds, cannot be read. */
function breakingFeed() {
  const broken = { reading: false, asking: new Set<string>() }
  const faults: (readonly [string, string])[] = []
  let [end, standing] = [0, 0]
  const channels = new LiveChannels({
    recentPage: () => null,
    readPage: (asked, after) =>
      broken.reading && asked === feed
        ? Promise.reject(new Error('the store is away'))
        : Promise.resolve({ bytes: new Uint8Array([end]), sequence: Math.max(after, end), end }),
    feedsOf: (device) =>
      broken.asking.has(device) ? Promise.reject(new Error('cannot be asked')) : Promise.resolve(ok([feed, strict])),
    standing: () => Promise.resolve(String(standing)),
    onFault: (device, error) => void faults.push([device, String(error)]),
  })
  const open = async (device: string, followedFeed: FeedName) => {
    const heard: (string | number)[] = []
    const channel = channels.open(device, {
      send: (data) => void heard.push(typeof data === 'string' ? data : 'page'),
      close: (code) => void heard.push(code),
      bufferedAmount: 0,
    })
    await channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed: followedFeed, sequence: end }] }))
    return heard
  }
  return { broken, faults, channels, open, append: () => (end += 1), change: () => (standing += 1) }
}

test('SYNC-LINK-6 where a page cannot be read at a wake, its channels are closed, so that their machines come again; others go on', async () => {
  const { broken, faults, channels, open, append } = breakingFeed()
  const [first, second, other] = [await open('first', feed), await open('second', feed), await open('other', strict)]
  broken.reading = true
  append()
  await channels.wake([feed, strict])
  expect([first, second, other]).toEqual([[1011], [1011], ['page']])
  expect(faults).toEqual([
    ['first', 'Error: the store is away'],
    ['second', 'Error: the store is away'],
  ])
  // Nothing travels over what is closed, whatever works again.
  broken.reading = false
  append()
  await channels.wake([feed, strict])
  expect([first, second, other, channels.size]).toEqual([[1011], [1011], ['page', 'page'], 1])
})

test('SYNC-LINK-6 SYNC-ENROL-2 a channel that cannot be looked at anew is closed, and keeps its page from nobody else', async () => {
  const { broken, faults, channels, open, append, change } = breakingFeed()
  const [hurt, other] = [await open('hurt', feed), await open('other', feed)]
  broken.asking.add('hurt')
  change()
  append()
  await channels.wake([feed])
  expect([hurt, other]).toEqual([[1011], ['page']])
  expect(faults).toEqual([['hurt', 'Error: cannot be asked']])
})

test('SYNC-LINK-6 a machine that does not take what it is sent is told to pull, and gets no page until it follows anew', async () => {
  let [end, bufferedAmount] = [0, 0]
  const channels = new LiveChannels({
    recentPage: () => null,
    readPage: (_, after) => Promise.resolve({ bytes: new Uint8Array([end]), sequence: Math.max(after, end), end }),
    feedsOf: () => Promise.resolve(ok([feed])),
    standing: () => Promise.resolve(''),
    onFault: () => {},
  })
  const heard: unknown[] = []
  const channel = channels.open('slow', {
    send: (data) => void heard.push(typeof data === 'string' ? JSON.parse(data) : 'page'),
    close: () => {},
    get bufferedAmount() {
      return bufferedAmount
    },
  })
  await channels.heard(channel, followed)
  const appendWith = async (buffered: number): Promise<readonly unknown[]> => {
    ;[end, bufferedAmount] = [end + 1, buffered]
    await channels.wake([feed])
    return heard.splice(0)
  }
  const bound = 1024 * 1024
  expect(await appendWith(bound)).toEqual(['page'])
  expect(await appendWith(bound + 1)).toEqual([{ kind: 'more', feed, end: 2 }])
  expect(await appendWith(0)).toEqual([])
  await channels.heard(channel, JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 2 }] }))
  expect(heard.splice(0)).toEqual(['page'])
})
