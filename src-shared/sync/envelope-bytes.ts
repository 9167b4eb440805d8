import { canonicalBytes, canonicalJson, quoted } from './canonical-json.ts'
import type { EnvelopeContent } from './envelope.ts'

const encoder = new TextEncoder()
const orNull = (text: string | null): string => (text === null ? 'null' : quoted(text))

/**
 * `canonicalBytes(content)`, by hand: every event that is written passes here, and sorting the same fourteen members
 * each time cost more than writing them. In: an event's content. Out: the bytes that are stored, hashed and sent. S15.
 */
export function envelopeBytes(content: EnvelopeContent): Uint8Array<ArrayBuffer> {
  const text = written(content)
  // What is escaped is rare, and some of it may not be stored at all: the long way knows.
  return text.includes('\\u') ? canonicalBytes(content) : encoder.encode(text)
}

const written = (of: EnvelopeContent): string =>
  `{"actor":${quoted(of.actor)},"at":${quoted(of.at)},"commit":${quoted(of.commit)},"count":${of.count},` +
  `"expects":${canonicalJson(of.expects)},"id":${quoted(of.id)},"index":${of.index},` +
  `"privateHash":${orNull(of.privateHash)},"rights":${orNull(of.rights)},"session":${orNull(of.session)},` +
  `"stream":${quoted(of.stream)},"type":${quoted(of.type)},"version":${of.version},"via":${quoted(of.via)}}`
