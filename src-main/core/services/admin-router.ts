import { ok } from '#shared/lib/result.ts'
import { listViews, setEntry } from './set-entry.ts'
import { setGroup, setUnit, setUser } from './set-people.ts'
import { setPriorities, setSettings } from './set-settings.ts'
import { previewCalendar, previewTargets, setCalendar, setTargets } from './set-time-rules.ts'
import { setGoals } from './set-goals.ts'
import { previewLadder } from './preview-ladder.ts'
import { setLadder } from './set-ladder.ts'
import { answer, plainly } from './answer.ts'
import type { Host } from './host.ts'
import { recountOf } from './recount.ts'
import { calendarOf } from './reference-data.ts'
import type { Builder } from './router.ts'

export function adminRouter(os: Builder, host: Host) {
  return {
    admin: os.admin.router({ ...peopleAndLists(os, host), ...rulesOfTheOffice(os, host), ...ladderOf(os, host) }),
  }
}

function peopleAndLists(os: Builder, host: Host) {
  return {
    units: os.admin.units.handler(({ context }) =>
      plainly(host, context, (office) => [...office.reference.units.values()]),
    ),
    setUnit: os.admin.setUnit.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setUnit(office, caller, input)),
    ),
    users: os.admin.users.handler(({ context }) =>
      plainly(host, context, (office) => [...office.reference.users.values()]),
    ),
    setUser: os.admin.setUser.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setUser(office, caller, input)),
    ),
    groups: os.admin.groups.handler(({ context }) =>
      plainly(host, context, (office) => [...office.reference.groups.values()]),
    ),
    setGroup: os.admin.setGroup.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setGroup(office, caller, input)),
    ),
    lists: os.admin.lists.handler(({ context }) => plainly(host, context, (office) => listViews(office.reference))),
    setEntry: os.admin.setEntry.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setEntry(office, caller, input)),
    ),
  }
}

function rulesOfTheOffice(os: Builder, host: Host) {
  return {
    calendar: os.admin.calendar.handler(({ input, context }) =>
      plainly(host, context, (office) => {
        const unit = input?.unit ?? office.reference.settings.office
        const { value, version } = calendarOf(office.reference, unit)
        return { unit, calendar: value, version }
      }),
    ),
    previewCalendar: os.admin.previewCalendar.handler(({ input, context }) =>
      answer(host, context, (office, caller) => previewCalendar(office, caller, input)),
    ),
    setCalendar: os.admin.setCalendar.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setCalendar(office, caller, input)),
    ),
    targets: os.admin.targets.handler(({ context }) =>
      plainly(host, context, ({ reference }) => ({
        targets: reference.targets.value,
        version: reference.targets.version,
      })),
    ),
    setTargets: os.admin.setTargets.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setTargets(office, caller, input.targets)),
    ),
    previewTargets: os.admin.previewTargets.handler(({ input, context }) =>
      answer(host, context, (office, caller) => previewTargets(office, caller, input.targets)),
    ),
    recount: os.admin.recount.handler(({ context }) => plainly(host, context, recountOf)),
    priorities: os.admin.priorities.handler(({ context }) =>
      plainly(host, context, ({ reference }) => reference.priorities),
    ),
    setPriorities: os.admin.setPriorities.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setPriorities(office, caller, input.matrix)),
    ),
    goals: os.admin.goals.handler(({ context }) => plainly(host, context, ({ reference }) => reference.goals)),
    setGoals: os.admin.setGoals.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setGoals(office, caller, input)),
    ),
    settings: os.admin.settings.handler(({ context }) =>
      answer(host, context, (office) => ok(office.reference.settings)),
    ),
    setSettings: os.admin.setSettings.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setSettings(office, caller, input)),
    ),
  }
}

function ladderOf(os: Builder, host: Host) {
  return {
    ladder: os.admin.ladder.handler(({ context }) => plainly(host, context, (office) => office.reference.ladder)),
    previewLadder: os.admin.previewLadder.handler(({ input, context }) =>
      answer(host, context, (office, caller) => previewLadder(office, caller, input)),
    ),
    setLadder: os.admin.setLadder.handler(({ input, context }) =>
      answer(host, context, (office, caller) => setLadder(office, caller, input.ladder)),
    ),
  }
}
