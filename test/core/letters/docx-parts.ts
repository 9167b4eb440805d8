import JSZip from 'jszip'
import { must } from '#shared/lib/assert.ts'

export async function docxPart(docx: Uint8Array, name: string): Promise<string> {
  const zip = await JSZip.loadAsync(docx)
  return must(zip.file(name), name).async('string')
}

interface DocxRun {
  readonly properties: string
  readonly text: string
}

interface DocxParagraph {
  readonly properties: string
  readonly runs: readonly DocxRun[]
  readonly text: string
}

/** The paragraphs of a part, with the XML of their properties and of their runs'. */
export function paragraphsIn(xml: string): readonly DocxParagraph[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => {
    const runs = [...inner.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/gs)].map(
      ([, properties = '', content = '']) => ({
        properties,
        text: [...content.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''),
      }),
    )
    const properties = /<w:pPr>(.*?)<\/w:pPr>/s.exec(inner)?.[1] ?? ''
    return { properties, runs, text: runs.map((run) => run.text).join('') }
  })
}
