import { canonicalJson, quoted } from './canonical-json.ts'
import type { EnvelopeContent } from './envelope.ts'

const orNull = (text: string | null): string => (text === null ? 'null' : quoted(text))

/**
 * `canonicalJson(content)`, by hand: every event that is written passes here, and sorting the same fourteen members
 * each time cost more than writing them. In: an event's content. Out: the text whose UTF-8 is stored, hashed and sent. S15.
 */
export function envelopeText(content: EnvelopeContent): string {
  const text = written(content)
  // What is escaped is rare, and some of it may not be stored at all: the long way knows.
  return text.includes('\\u') ? canonicalJson(content) : text
}

const written = (of: EnvelopeContent): string =>
  `{"actor":${quoted(of.actor)},"at":${quoted(of.at)},"commit":${quoted(of.commit)},"count":${of.count},` +
  `"expects":${expectsText(of.expects)},"id":${quoted(of.id)},"index":${of.index},` +
  `"privateHash":${orNull(of.privateHash)},"rights":${orNull(of.rights)},"session":${orNull(of.session)},` +
  `"stream":${quoted(of.stream)},"type":${quoted(of.type)},"version":${of.version},"via":${quoted(of.via)}}`

const expectsText = (expects: EnvelopeContent['expects']): string =>
  Object.keys(expects).length === 0 ? '{}' : canonicalJson(expects)
