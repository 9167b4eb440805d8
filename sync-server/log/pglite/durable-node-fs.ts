/**
 * PGlite's files on the disk, with a real fsync. As shipped, the emulated file system has none: PostgreSQL asks for it
 * and is told that all went well, and a lost power takes commits that were answered (SYNC-APPEND-1).
 */
import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { syncPath } from './sync-folder.ts'

interface Stream {
  readonly node: unknown
  /** The open file of the machine; a folder has none. */
  readonly nfd?: number
}

interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: Stream) => number }
  realPath(node: unknown): string
}

type Initialised = Awaited<ReturnType<NodeFS['init']>>

export class DurableNodeFs extends NodeFS {
  readonly #synced: () => void

  /** `synced` is called after each fsync that reached the disk. */
  constructor(folder: string, synced: () => void) {
    super(folder)
    this.#synced = synced
  }

  override async init(...args: Parameters<NodeFS['init']>): Promise<Initialised> {
    const { emscriptenOpts } = await super.init(...args)
    const synced = this.#synced
    const makeDurable = (module: object): void => {
      const files = nodeFilesOf(module)
      files.stream_ops.fsync = ({ nfd, node }) => {
        if (nfd === undefined) syncPath(files.realPath(node))
        else fsyncSync(nfd)
        synced()
        return 0
      }
    }
    const before = emscriptenOpts.preRun ?? []
    const preRun = [...(Array.isArray(before) ? before : [before]), makeDurable]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

/** The emulated file systems hang on the module, which has no type for them. */
function nodeFilesOf(module: object): NodeFiles {
  return (module as { readonly FS: { readonly filesystems: { readonly NODEFS: NodeFiles } } }).FS.filesystems.NODEFS
}
