/**
 * Whose reference data a stream holds. Lists and groups carry their owner in their name (`list:<unit>/<name>`,
 * `group:<unit>/<code>`); calendars, settings, targets and ladders are named after their unit. In: a stream's name and
 * the owner of names that carry none (logs of a stand-alone office). Out: the unit's id.
 */
export function ownerOfStream(stream: string, home: string): string {
  const [kind = '', name = ''] = stream.split(':')
  if (kind !== 'list' && kind !== 'group') return name
  const border = name.indexOf('/')
  return border < 0 ? home : name.slice(0, border)
}
