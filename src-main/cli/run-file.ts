import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { z } from 'zod'
import type { WithCaller } from './main.ts'
import { Refused, badInput, print } from './output.ts'
import { parseJson } from './parse-json.ts'
import { openForReading } from './named-file.ts'

const Line = z.object({
  call: z.string(),
  input: z.unknown().default({}),
  as: z.string().optional(),
  save: z.string().optional(),
})

/** `{"$":"name.path"}` inside an input takes a saved answer's value. */
export function fillPlaces(value: unknown, saved: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => fillPlaces(item, saved))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const only = entries.length === 1 ? entries[0] : undefined
  if (only?.[0] === '$' && typeof only[1] === 'string') return valueAt(only[1], saved)
  return Object.fromEntries(entries.map(([key, item]) => [key, fillPlaces(item, saved)]))
}

function valueAt(path: string, saved: ReadonlyMap<string, unknown>): unknown {
  const [name = '', ...steps] = path.split('.')
  if (!saved.has(name)) throw badInput(`no saved answer "${name}"`)
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !(step in value)) throw badInput(`nothing at "${path}"`)
    return (value as Record<string, unknown>)[step]
  }, saved.get(name))
}

const atLine = (number: number, { error }: Refused): Refused =>
  new Refused({ code: error.code, ar: `السطر ${number}: ${error.ar}`, en: `Line ${number}: ${error.en}` })

/** `run FILE.jsonl`: many calls, a line each; answers as a line each; stops at the first refusal. */
export function addRun(program: Command, withGlobals: (command: Command) => Command, withCaller: WithCaller): void {
  withGlobals(program.command('run'))
    .description('many calls, a line each: {"call","input","as"?,"save"?}')
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      withCaller(command, async (caller) => {
        const saved = new Map<string, unknown>()
        let number = 0
        const input = openForReading(file)
        for await (const text of createInterface({ input, crlfDelay: Infinity })) {
          number += 1
          if (text.trim() === '') continue
          const line = Line.safeParse(parseJson(text))
          if (!line.success) throw badInput(`line ${number}`)
          const answer = await caller
            .call(line.data.call, fillPlaces(line.data.input, saved), line.data.as)
            .catch((error: unknown) => {
              throw error instanceof Refused ? atLine(number, error) : error
            })
          if (line.data.save !== undefined) saved.set(line.data.save, answer)
          print(answer ?? null, true)
        }
      }),
    )
}
