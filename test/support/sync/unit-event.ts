import type { TestEvent } from './test-device.ts'

/** Where a unit stands in the tree. */
export const unitEvent = (id: string, kind: string, parent: string | null): TestEvent => ({
  stream: `unit:${id}`,
  type: 'unit.set',
  facts: {
    id,
    kind,
    code: id.toUpperCase(),
    name: { ar: id, en: id },
    parent,
    active: true,
    serves: [],
    contact: { phone: '', email: '', liaison: '' },
  },
  actor: 'nadia',
})
