import { shippedTargets } from '#shared/domain/clock/limits.ts'
import type { FigureContext } from '#shared/domain/indicators/book.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import { at, calendar, caseOf, zone } from './hand-built-case.ts'
import type { CasePlan } from './hand-built-case.ts'

/** The eleven complaints of the worked fixture (spec 5.5), Q1 2026. */
export const fixturePlans: readonly CasePlan[] = [
  {
    id: 'C1',
    channel: 'phone',
    procedure: 'fcr',
    session: true,
    cycles: [
      {
        start: '04 Jan 09:00',
        accepted: '04 Jan 09:05',
        resolved: '04 Jan 09:20',
        rating: ['very_satisfied', '05 Jan 10:00'],
        closed: ['05 Jan 10:00', 'rated'],
        handler: 'u1',
      },
    ],
  },
  {
    id: 'C2',
    channel: 'walk_in',
    cycles: [
      {
        start: '05 Jan 14:50',
        accepted: '05 Jan 14:55',
        resolved: '08 Jan 10:00',
        referrals: [{ to: 'A', sent: '05 Jan 14:55', replied: '07 Jan 12:00' }],
        rating: ['satisfied', '11 Jan 10:00'],
        closed: ['11 Jan 10:00', 'rated'],
        handler: 'u1',
      },
    ],
  },
  {
    id: 'C3',
    channel: 'email',
    complexity: 'complex',
    cycles: [
      {
        start: '09 Jan 20:00',
        accepted: '11 Jan 08:30',
        resolved: '27 Jan 12:00',
        referrals: [{ to: 'B', sent: '11 Jan 09:00', replied: '25 Jan 10:00', escalated: true }],
        returnedDraft: '26 Jan 10:00',
        rating: ['not_satisfied', '28 Jan 10:00'],
        handler: 'u1',
      },
      {
        start: '01 Feb 09:00',
        accepted: '01 Feb 09:05',
        resolved: '05 Feb 13:00',
        rating: ['satisfied', '08 Feb 10:00'],
        closed: ['08 Feb 10:00', 'rated'],
        handler: 'u5',
        cause: 'dissatisfied',
      },
    ],
  },
  {
    id: 'C4',
    channel: 'fax',
    complexity: 'critical',
    cycles: [
      {
        start: '10 Feb 08:10',
        accepted: '10 Feb 08:15',
        resolved: '10 Feb 13:00',
        referrals: [{ to: 'A', sent: '10 Feb 08:20', replied: '10 Feb 11:30' }],
        unreachable: ['15 Feb 10:00', 3],
        closed: ['15 Feb 10:00', 'unreachable'],
        handler: 'u1',
      },
    ],
  },
  { id: 'C5', channel: 'phone', cycles: [{ start: '11 Feb 10:00', handler: 'u1' }], rejected: '12 Feb 10:00' },
  {
    id: 'C6',
    channel: 'phone',
    cycles: [{ start: '12 Feb 10:00', handler: 'u1' }],
    linked: ['12 Feb 10:30', 'C2', 'duplicate'],
  },
  {
    id: 'C7',
    channel: 'phone',
    procedure: 'fcr',
    session: true,
    cycles: [
      {
        start: '01 Mar 09:40',
        accepted: '01 Mar 09:45',
        resolved: '01 Mar 10:00',
        rating: ['not_satisfied', '02 Mar 10:00'],
        closed: ['02 Mar 10:00', 'no_further_review'],
        handler: 'u1',
      },
    ],
  },
  {
    id: 'C8',
    channel: 'phone',
    linked: ['05 Mar 09:10', 'C7', 'repeat'],
    cycles: [
      {
        start: '05 Mar 09:00',
        accepted: '05 Mar 09:05',
        resolved: '12 Mar 11:00',
        referrals: [
          { to: 'A', sent: '05 Mar 09:30', replied: '09 Mar 10:00' },
          { to: 'B', sent: '05 Mar 09:30', replied: '11 Mar 12:00', escalated: true },
        ],
        rating: ['satisfied', '15 Mar 10:00'],
        closed: ['15 Mar 10:00', 'rated'],
        handler: 'u1',
      },
    ],
  },
  {
    id: 'C9',
    channel: 'email',
    complexity: 'complex',
    cycles: [
      {
        start: '10 Mar 09:00',
        accepted: '10 Mar 09:05',
        referrals: [{ to: 'B', sent: '10 Mar 09:30', escalated: true }],
        handler: 'u1',
      },
    ],
  },
  { id: 'C10', channel: 'walk_in', cycles: [{ start: '30 Mar 11:00', accepted: '30 Mar 11:05', handler: 'u1' }] },
  {
    id: 'C11',
    channel: 'email',
    complexity: 'complex',
    cycles: [
      {
        start: '28 Dec 2025 10:00',
        accepted: '28 Dec 2025 10:05',
        resolved: '08 Jan 09:00',
        declined: '11 Jan 10:00',
        closed: ['11 Jan 10:00', 'declined'],
        handler: 'u1',
      },
    ],
  },
]

export const fixtureRecords = fixturePlans.map((plan) => factsOf(caseOf(plan)))

export const fixtureContext: FigureContext = {
  ...quarterPeriod({ year: 2026, quarter: 1 }, zone),
  asOf: at('30 Jun 09:00'),
  zone,
  practice: false,
  calendarOf: () => calendar,
  targets: shippedTargets,
  isSynchronous: (channel) => channel === 'phone' || channel === 'walk_in',
}
