import { useEffect, useRef, useState } from 'react'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useSpeech } from './speech.tsx'
import css from './camera-dialog.module.css'

export interface CameraDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onPicture: (file: File) => void
}

/** A picture by the machine's camera (C-10). The camera is on only while the dialog is open. */
export function CameraDialog({ opened, onClose, onPicture }: CameraDialogProps) {
  const { t } = useSpeech()
  return (
    <Dialog opened={opened} onClose={onClose} title={t(messages.cameraTitle)} size="lg">
      {opened && <Camera onClose={onClose} onPicture={onPicture} />}
    </Dialog>
  )
}

function Camera({ onClose, onPicture }: Omit<CameraDialogProps, 'opened'>) {
  const { t } = useSpeech()
  const video = useRef<HTMLVideoElement>(null)
  const [picture, setPicture] = useState<{ readonly blob: Blob; readonly url: string } | null>(null)
  const camera = useCamera()
  useEffect(() => {
    if (video.current !== null && camera.kind === 'open') video.current.srcObject = camera.stream
  }, [camera])
  useEffect(() => () => (picture === null ? undefined : URL.revokeObjectURL(picture.url)), [picture])

  const shoot = async () => {
    const blob = video.current === null ? null : await frameOf(video.current)
    if (blob !== null) setPicture({ blob, url: URL.createObjectURL(blob) })
  }
  const use = () => {
    if (picture === null) return
    onPicture(
      new File(
        [picture.blob],
        `${t(messages.cameraName)}-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.jpg`,
        { type: 'image/jpeg' },
      ),
    )
    onClose()
  }
  if (camera.kind === 'refused') return <Notice tone="warn">{t(messages.cameraRefused)}</Notice>
  return (
    <>
      <div className={css['stage']}>
        <video
          ref={video}
          className={css['view']}
          hidden={picture !== null}
          autoPlay
          muted
          playsInline
          aria-label={t(messages.cameraView)}
        />
        {picture !== null && <img className={css['view']} src={picture.url} alt={t(messages.cameraTaken)} />}
      </div>
      <div className={css['actions']}>
        {picture === null ? (
          <Button kind="primary" onClick={() => void shoot()}>
            {t(messages.cameraShoot)}
          </Button>
        ) : (
          <>
            <Button onClick={() => setPicture(null)}>{t(messages.cameraAgain)}</Button>
            <Button kind="primary" onClick={use}>
              {t(messages.cameraUse)}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

type CameraState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly stream: MediaStream }
  | { readonly kind: 'refused' }

function useCamera(): CameraState {
  const [state, setState] = useState<CameraState>({ kind: 'opening' })
  useEffect(() => {
    let opened: MediaStream | null = null
    let left = false
    const stop = () => opened?.getTracks().forEach((track) => track.stop())
    const open = async () => {
      try {
        opened = await navigator.mediaDevices.getUserMedia({
          video: { width: { ideal: 1920 }, facingMode: 'environment' },
        })
        if (left) stop()
        else setState({ kind: 'open', stream: opened })
      } catch {
        // No camera, or not allowed: said in the dialog, with the other way in.
        if (!left) setState({ kind: 'refused' })
      }
    }
    void open()
    return () => {
      left = true
      stop()
    }
  }, [])
  return state
}

function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
}
