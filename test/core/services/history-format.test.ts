import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import { personRows } from '#core/services/history/history-row.ts'
import { historySchema, neededFields } from '#test/support/history-schema.ts'
import { kpiFixtureFile } from '#test/support/kpi-fixture.ts'
import { testOffice } from '#test/support/test-office.ts'

/* docs/history-format.schema.json is written from the catalogue: `npx vitest run test/core/services/history-format.test.ts -u`. */

const docs = (name: string): string => resolve(import.meta.dirname, '../../../docs', name)

/** spec/kpis.md 5.1, word for word. */
const events51 =
  `received registered intake_accepted accepted rejected external_transferred external_confirmed classified class_corrected referred
  ref_ack ref_returned ref_replied ref_cancelled clarification_asked info_requested info_received suspended resumed extended delay_notice_sent
  progress_notice_sent draft_submitted draft_returned approved reply_sent resolved correction_sent contact_attempt rated unreachable_declared closed
  reopened linked unlinked escalated withdrawn filed qa_scored kb_used kb_created action_created action_done assigned retyped inbound_contact
  session_started identity_verified number_told receipt_printed reminder_sent ref_waived disclosed disclosure_ended due_recomputed person_linked
  person_unlinked person_forgotten`.split(/\s+/)

type Line = Readonly<Record<string, unknown>>

/** Several short cases that between them have every event once, with the needed fields alone. */
const histories: Readonly<Record<string, readonly (readonly [string, Line?])[]>> = {
  long: [
    ['received', { channel: 'phone' }],
    ['registered', { type: 'complaint' }],
    ['number_told'],
    ['receipt_printed'],
    ['session_started'],
    ['identity_verified', { state: 'by_document' }],
    ['inbound_contact'],
    ['intake_accepted'],
    ['accepted'],
    ['classified'],
    ['class_corrected'],
    ['assigned', { user: 'salma' }],
    ['info_requested'],
    ['info_received'],
    ['suspended'],
    ['resumed'],
    ['referred', { referral: 'a', department: 'A' }],
    ['ref_ack', { referral: 'a' }],
    ['disclosed', { referral: 'a' }],
    ['disclosure_ended', { referral: 'a' }],
    ['clarification_asked', { referral: 'a' }],
    ['clarification_answered', { referral: 'a' }],
    ['reminder_sent', { referral: 'a' }],
    ['escalated', { referral: 'a' }],
    ['ref_replied', { referral: 'a' }],
    ['referred', { referral: 'b', department: 'B' }],
    ['ref_returned', { referral: 'b' }],
    ['referred', { referral: 'c', department: 'B' }],
    ['ref_cancelled', { referral: 'c' }],
    ['referred', { referral: 'd', department: 'B' }],
    ['ref_waived', { referral: 'd' }],
    ['delay_notice_sent'],
    ['progress_notice_sent'],
    ['extended'],
    ['due_recomputed'],
    ['draft_submitted', { draft: '1' }],
    ['draft_returned'],
    ['draft_submitted', { draft: '2' }],
    ['approved'],
    ['reply_sent'],
    ['resolved'],
    ['correction_sent'],
    ['kb_used', { article: '7' }],
    ['contact_attempt'],
    ['rated', { rating: 'not_satisfied' }],
    ['reopened'],
    ['draft_submitted', { draft: '3' }],
    ['approved'],
    ['reply_sent'],
    ['resolved'],
    ['unreachable_declared'],
    ['closed'],
    ['qa_scored', { score: 80 }],
    ['kb_created', { article: '8' }],
    ['action_created', { action: 'x', dueAt: '2026-06-01T00:00:00+03:00' }],
    ['action_done', { action: 'x' }],
  ],
  typed: [
    ['received', { channel: 'email' }],
    ['registered', { type: 'inquiry', personKey: 'p1', person: { given: 'أحمد' } }],
    ['retyped', { to: 'complaint' }],
    ['rejected'],
    ['person_linked', { personKey: 'p1', other: 'p2' }],
    ['person_unlinked', { personKey: 'p1', other: 'p2' }],
    ['person_forgotten', { personKey: 'p1' }],
  ],
  outside: [
    ['received', { channel: 'fax' }],
    ['registered', { type: 'complaint' }],
    ['external_transferred'],
    ['external_confirmed'],
  ],
  filed: [['received', { channel: 'fax' }], ['registered', { type: 'complaint' }], ['filed']],
  drawn: [['received', { channel: 'fax' }], ['registered', { type: 'complaint' }], ['withdrawn']],
  follower: [
    ['received', { channel: 'fax' }],
    ['registered', { type: 'complaint' }],
    ['linked', { lead: 'long' }],
    ['unlinked'],
  ],
}

function linesOf(): readonly Line[] {
  return Object.entries(histories).flatMap(([name, events]) =>
    events.map(([event, fields], index) => ({
      id: `${name} ${index}`,
      case: name,
      event,
      at: new Date(Date.UTC(2026, 0, 5, 6, index * 10)).toISOString(),
      by: 'sara',
      ...fields,
    })),
  )
}

describe('the history format', () => {
  it('docs/history-format.schema.json is written from the catalogue', async () => {
    await expect(historySchema()).toMatchFileSnapshot(docs('history-format.schema.json'))
  })

  it('docs/history-format.md shows lines that are taken, and names every event', () => {
    const page = readFileSync(docs('history-format.md'), 'utf8')
    expect(kpiFixtureFile()).toContain(/```jsonl\n([\s\S]*?)```/.exec(page)?.[1])
    for (const event of [...Object.keys(caseEvents), ...Object.keys(personRows)]) expect(page).toContain(`\`${event}\``)
  })

  it('interfaces: every event of spec 5.1 is taken with its needed fields alone, once', async () => {
    const office = await testOffice({ now: '2026-07-01T09:00:00.000Z' as Instant })
    const lines = linesOf()
    const told = new Set(lines.map((line) => String(line['event'])))
    expect(events51.filter((event) => !told.has(event))).toEqual([])
    for (const line of lines)
      expect([
        line['event'],
        ...(neededFields[line['event'] as keyof typeof neededFields] ?? []).filter((field) => !(field in line)),
      ]).toEqual([line['event']])
    const path = join(office.folder, 'every.jsonl')
    writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(await office.call('system.importHistory', { path })).toMatchObject({ cases: 6, repeated: 0, rejected: [] })
    expect(await office.call('system.importHistory', { path })).toMatchObject({
      cases: 0,
      events: 0,
      repeated: lines.length,
      rejected: [],
    })
    expect(await office.call('system.verify')).toMatchObject({ ok: true })
  })

  it('C-07 no case is registered before it was received, by its time or by its place in the file', async () => {
    const office = await testOffice({ now: '2026-07-01T09:00:00.000Z' as Instant })
    const lines = [
      { case: 'early', event: 'received', at: '2026-01-05T09:00:00+03:00', channel: 'phone' },
      { case: 'early', event: 'registered', at: '2026-01-05T08:00:00+03:00', type: 'complaint' },
      { case: 'early', event: 'accepted', at: '2026-01-05T10:00:00+03:00' },
      { case: 'stated', event: 'received', at: '2026-01-05T09:00:00+03:00', receivedAt: '2026-01-05T09:30:00+03:00' },
      { case: 'stated', event: 'registered', at: '2026-01-05T09:10:00+03:00', type: 'complaint' },
      { case: 'turned', event: 'registered', at: '2026-01-05T09:00:00+03:00', type: 'complaint' },
      { case: 'turned', event: 'received', at: '2026-01-05T09:00:00+03:00', channel: 'phone' },
      { case: 'good', event: 'received', at: '2026-01-05T09:00:00+03:00', channel: 'phone' },
      { case: 'good', event: 'registered', at: '2026-01-05T09:00:00+03:00', type: 'complaint' },
    ]
    const path = join(office.folder, 'early.jsonl')
    writeFileSync(path, lines.map((line, place) => JSON.stringify({ ...line, id: `row-${place}` })).join('\n'))
    const report = await office.call<{
      cases: number
      rejected: readonly { line: number; code: string; en: string }[]
    }>('system.importHistory', { path })
    expect(report.cases).toBe(2)
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, 'history-earlier-than-last'],
      [3, 'history-out-of-order'],
      [5, 'history-earlier-than-last'],
      [7, 'history-out-of-order'],
    ])
    expect(report.rejected[0]?.en).toContain('is before the last event of case early')
  })

  it('C-07 W4 a time that an event names lies neither after it nor before what it rests on', async () => {
    const office = await testOffice({ now: '2026-07-01T09:00:00.000Z' as Instant })
    const at = (minute: number): string => `2026-01-05T09:${String(minute).padStart(2, '0')}:00+03:00`
    const lines = [
      { case: 'a', event: 'received', at: at(0), channel: 'phone' },
      { case: 'a', event: 'registered', at: at(1), type: 'complaint' },
      { case: 'a', event: 'accepted', at: at(2) },
      { case: 'a', event: 'classified', at: at(3), complexity: 'routine', procedure: 'processing' },
      { case: 'a', event: 'draft_submitted', at: at(4), draft: 'one' },
      { case: 'a', event: 'approved', at: at(5), draft: 'one' },
      { case: 'a', event: 'reply_sent', at: at(6), draft: 'one', sentAt: at(4) },
      { case: 'a', event: 'reply_sent', at: at(6), draft: 'one' },
      { case: 'a', event: 'resolved', at: at(7), resolvedAt: '2026-01-04T09:00:00+03:00' },
      { case: 'a', event: 'resolved', at: at(7), resolvedAt: at(8) },
      { case: 'a', event: 'resolved', at: at(7), resolvedAt: at(6) },
      { case: 'a', event: 'contact_attempt', at: at(9), attemptedAt: at(10) },
      { case: 'a', event: 'rated', at: at(9), rating: 'satisfied', ratedAt: at(3) },
      { case: 'a', event: 'rated', at: at(9), rating: 'satisfied', ratedAt: at(8) },
    ]
    const path = join(office.folder, 'moments.jsonl')
    writeFileSync(path, lines.map((line, place) => JSON.stringify({ ...line, id: `row-${place}` })).join('\n'))
    const report = await office.call<{ rejected: readonly { line: number; code: string; en: string }[] }>(
      'system.importHistory',
      { path },
    )
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual(
      [7, 9, 10, 12, 13].map((line) => [line, 'history-moment']),
    )
    expect(report.rejected[1]?.en).toContain('names the time 2026-01-04T06:00:00.000Z')
  })

  it('what cannot be taken is named by line and reason, and the rest is taken', async () => {
    const office = await testOffice({ now: '2026-07-01T09:00:00.000Z' as Instant })
    const at = (minute: number): string => `2026-01-05T09:${String(minute).padStart(2, '0')}:00+03:00`
    const bad: readonly unknown[] = [
      { id: '1', case: 'a', event: 'received', at: at(0), channel: 'phone' },
      { id: '2', case: 'a', event: 'registered', at: at(1), type: 'complaint' },
      { id: '3', case: 'a', event: 'no_such_event', at: at(2) },
      { id: '4', case: 'a', event: 'accepted', at: 'yesterday' },
      { id: '5', case: 'a', event: 'accepted', at: '2026-01-04T09:00:00+03:00' },
      { id: '6', case: 'b', event: 'closed', at: at(3) },
      { id: '7', case: 'a', event: 'ref_replied', at: at(4), referral: 'none' },
      { id: '8', case: 'a', event: 'rated', at: at(5), rating: 'superb' },
      'not a row',
      { id: '9', case: 'a', event: 'accepted', at: at(6) },
      { id: '10', case: 'a', event: 'withdrawn', at: '2026-07-02T09:00:00+03:00' },
    ]
    const path = join(office.folder, 'bad.jsonl')
    writeFileSync(path, bad.map((line) => JSON.stringify(line)).join('\n'))
    const report = await office.call<{
      cases: number
      rejected: readonly { line: number; code: string; ar: string; en: string }[]
    }>('system.importHistory', { path })
    expect(report.rejected.find(({ line }) => line === 6)).toMatchObject({
      ar: expect.stringMatching(/^الحدث «[^«»a-z]+» لا يأتي في هذا الموضع من سجل الطلب b$/),
      en: expect.stringContaining('event closed cannot'),
    })
    expect(report.cases).toBe(1)
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'history-unknown-event'],
      [4, 'history-bad-time'],
      [5, 'history-earlier-than-last'],
      [6, 'history-out-of-order'],
      [7, 'history-out-of-order'],
      [8, 'history-not-a-row'],
      [9, 'history-not-a-row'],
      [11, 'history-in-future'],
    ])
  })
})
