import { badInput } from './output.ts'

/** Reads a JSON argument; text that is none is a refusal, not a fault. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw badInput('JSON')
  }
}
