/** A one-page PDF of plain objects, with what a test wants to add. */
export function makePdf(parts: {
  readonly box?: string
  readonly content?: string
  readonly catalog?: string
  readonly trailer?: string
  readonly more?: string
}): Uint8Array {
  const content = parts.content ?? '0 0 50 50 re f'
  return Buffer.from(
    [
      '%PDF-1.4',
      `1 0 obj <</Type/Catalog/Pages 2 0 R${parts.catalog ?? ''}>> endobj`,
      '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
      `3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[${parts.box ?? '0 0 200 100'}]/Contents 4 0 R/Resources<<>>>> endobj`,
      `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
      parts.more ?? '',
      `trailer <</Root 1 0 R/Size 9${parts.trailer ?? ''}>>`,
      '%%EOF',
    ].join('\n'),
    'latin1',
  )
}
