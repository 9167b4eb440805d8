import { useRef, useState } from 'react'
import type { Failure } from '#renderer/client/errors.ts'
import { failureOf } from '#renderer/client/errors.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { uploadFile } from '#renderer/client/files.ts'

/** A file on its way to the core, or one that did not arrive. */
export interface PendingUpload {
  readonly key: number
  readonly name: string
  /** 0 to 1. */
  readonly ratio: number
  readonly failure: Failure | null
}

export interface Uploads {
  readonly pending: readonly PendingUpload[]
  readonly add: (files: readonly File[]) => void
  /** Stops one that is on its way, or takes away the line of one that failed. */
  readonly drop: (key: number) => void
}

/** Sends files to the core; each that arrived is handed to `onUploaded`, also when the screen was left meanwhile. */
export function useUploads(onUploaded: (uploaded: Uploaded) => void): Uploads {
  const [pending, setPending] = useState<readonly PendingUpload[]>([])
  const next = useRef(0)
  const stops = useRef(new Map<number, AbortController>())
  const change = (key: number, part: Partial<PendingUpload>) =>
    setPending((current) => current.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const remove = (key: number) => setPending((current) => current.filter((item) => item.key !== key))

  const send = async (file: File): Promise<void> => {
    const key = next.current++
    const stop = new AbortController()
    stops.current.set(key, stop)
    setPending((current) => [...current, { key, name: file.name, ratio: 0, failure: null }])
    try {
      const uploaded = await uploadFile(file, { onProgress: (ratio) => change(key, { ratio }), signal: stop.signal })
      remove(key)
      onUploaded(uploaded)
    } catch (error) {
      if (stop.signal.aborted) remove(key)
      else change(key, { failure: failureOf(error) })
    } finally {
      stops.current.delete(key)
    }
  }
  return {
    pending,
    add: (files) => {
      for (const file of files) void send(file)
    },
    drop: (key) => {
      stops.current.get(key)?.abort()
      remove(key)
    },
  }
}
