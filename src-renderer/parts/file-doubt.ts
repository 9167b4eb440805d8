/** Contents that a name of this ending may have: the kinds that readers of such files take for one another stand together. */
const contents: Readonly<Record<string, RegExp>> = {
  pdf: /^application\/pdf$/,
  ...forEach('tif tiff png jpg jpeg gif webp', /^image\//),
  ...forEach('mp4 m4v m4a', /^(?:video|audio)\/mp4$/),
  ...forEach('mp3', /^audio\/mpeg$/),
  ...forEach('wav', /^audio\/wav$/),
  ...forEach('docx xlsx pptx zip', /^application\/(?:zip|vnd\.openxmlformats)/),
  ...forEach('doc xls ppt msg', /^application\/(?:x-ole-storage|vnd\.ms-outlook)$/),
}

function forEach(endings: string, content: RegExp): Readonly<Record<string, RegExp>> {
  return Object.fromEntries(endings.split(' ').map((ending) => [ending, content]))
}

/**
 * In: the name of a file, and what it is by its bytes. Out: the ending that promises something else, in capitals; null
 * when nothing is doubtful. It is told and never refused (C-10): a citizen may have named a true file wrongly.
 */
export function falseEnding({ name, mediaType }: { readonly name: string; readonly mediaType: string }): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const content = contents[ending]
  return content === undefined || content.test(mediaType) ? null : ending.toUpperCase()
}
