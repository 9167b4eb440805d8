/**
 * The resolution of one page of a TIFF, both ways: a fax in normal resolution has half as many lines as dots, and shows
 * squeezed to half its height if only one of the two is known.
 * Invariant: never reads outside the bytes and follows at most as many directories as pages are asked for.
 */
const widthUnit = 282
const heightUnit = 283
const rationalType = 5
const mostEntries = 500

export interface Resolution {
  readonly across: number
  readonly down: number
}

export function tiffResolution(bytes: Uint8Array, page: number): Resolution | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const little = view.getUint16(0) === 0x4949
    let at = view.getUint32(4, little)
    for (let index = 1; index < page; index += 1) at = view.getUint32(at + 2 + 12 * view.getUint16(at, little), little)
    const across = valueOf(view, at, { little, tag: widthUnit })
    const down = valueOf(view, at, { little, tag: heightUnit })
    return across !== null && down !== null ? { across, down } : null
  } catch (cause) {
    // A directory that points outside the file: such a page is shown as it is.
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function valueOf(
  view: DataView,
  directory: number,
  { little, tag }: { readonly little: boolean; readonly tag: number },
): number | null {
  const entries = Math.min(view.getUint16(directory, little), mostEntries)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index
    if (view.getUint16(entry, little) !== tag || view.getUint16(entry + 2, little) !== rationalType) continue
    const place = view.getUint32(entry + 8, little)
    const value = view.getUint32(place, little) / view.getUint32(place + 4, little)
    return Number.isFinite(value) && value > 0 ? value : null
  }
  return null
}
