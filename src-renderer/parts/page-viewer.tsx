import { useState } from 'react'
import type { ReactNode } from 'react'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { api } from '#renderer/client/core.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { EmptyState, SkeletonLines } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useSpeech } from './speech.tsx'
import css from './page-viewer.module.css'

/** A file that may be looked at page by page. */
export interface ViewedFile {
  /** Upload id before registration, file address after it. */
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly pages: number | null
}

export interface PageViewerProps {
  readonly files: readonly ViewedFile[]
  /** The case the files belong to; before registration there is none. */
  readonly caseId?: string | undefined
  readonly shown?: string | null
  readonly onShow?: (file: string) => void
}

const zooms = [50, 75, 100, 140, 200, 300] as const
const fit = 2

/** Has pages that can be drawn? */
export const isViewable = (file: { readonly mediaType: string }): boolean =>
  file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/')

/** Pages of faxes, PDFs and pictures beside a form: next page, zoom, turn (C-06). */
export function PageViewer({ files, caseId, shown, onShow }: PageViewerProps) {
  const { t } = useSpeech()
  const [own, setOwn] = useState<string | null>(null)
  const wanted = shown ?? own
  const file = files.find((candidate) => candidate.file === wanted) ?? files.find(isViewable) ?? files[0]
  if (file === undefined) return null
  const show = (next: string | null) => {
    if (next === null) return
    setOwn(next)
    onShow?.(next)
  }
  return (
    <section className={css['viewer']} aria-label={t(messages.viewer)}>
      {files.length > 1 && (
        <SelectField
          required
          name="viewed-file"
          label={t(messages.viewerWhich)}
          options={files.map((one) => ({ value: one.file, label: one.name }))}
          value={file.file}
          onChange={show}
        />
      )}
      {isViewable(file) ? (
        <Pages key={file.file} file={file} caseId={caseId} />
      ) : (
        <EmptyState icon="file" title={t(messages.viewerNothing)} text={t(messages.viewerNothingText)} />
      )}
    </section>
  )
}

function Pages({ file, caseId }: { readonly file: ViewedFile; readonly caseId: string | undefined }) {
  const { t } = useSpeech()
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(fit)
  const [turns, setTurns] = useState(0)
  const pages = file.pages ?? 1
  const input = { file: file.file, page, width: 1400, ...(caseId === undefined ? {} : { case: caseId }) }
  const query = useCoreQuery(api.files.pageUrl.queryOptions({ input }))
  const go = (next: number) => setPage(Math.min(pages, Math.max(1, next)))
  return (
    <>
      <div className={css['bar']} role="toolbar" aria-label={t(messages.viewer)}>
        <span className={css['turned']}>
          <IconButton
            icon="chevron"
            label={t(messages.viewerPrevious)}
            disabled={page === 1}
            onClick={() => go(page - 1)}
          />
        </span>
        <Text inline>{t(messages.viewerPage, { page, pages })}</Text>
        <IconButton
          icon="chevron"
          label={t(messages.viewerNext)}
          disabled={page === pages}
          onClick={() => go(page + 1)}
        />
        <span className={css['gap']} />
        <IconButton
          icon="minus"
          label={t(messages.viewerZoomOut)}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        />
        <IconButton
          icon="plus"
          label={t(messages.viewerZoomIn)}
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        />
        <IconButton icon="refresh" label={t(messages.viewerRotate)} onClick={() => setTurns((turns + 1) % 4)} />
      </div>
      <div
        className={css['desk']}
        tabIndex={0}
        role="region"
        aria-label={t(messages.viewerPageOf, { page, pages, name: file.name })}
      >
        <AsyncView query={query} skeleton={<SkeletonLines count={10} />}>
          {({ url }) => (
            <Picture
              key={url}
              url={fileUrl(url)}
              broken={
                <BrokenPage input={caseId === undefined ? { file: file.file } : { file: file.file, case: caseId }} />
              }
              alt={t(messages.viewerPageOf, { page, pages, name: file.name })}
              zoom={zooms[zoom] ?? 100}
              turns={turns}
            />
          )}
        </AsyncView>
      </div>
    </>
  )
}

/** C-06: what happened, what was kept, what to do. */
function BrokenPage({ input }: { readonly input: { readonly file: string; readonly case?: string } }) {
  const { t } = useSpeech()
  const { data } = useCoreQuery(api.files.openUrl.queryOptions({ input }))
  return (
    <EmptyState
      icon="alert"
      title={t(messages.viewerBroken)}
      text={t(messages.viewerBrokenText)}
      action={
        data === undefined ? null : (
          <Button icon="download" href={fileUrl(data.url)}>
            {t(messages.viewerDownload)}
          </Button>
        )
      }
    />
  )
}

interface PictureProps {
  readonly url: string
  readonly alt: string
  /** In the place of a page that cannot be drawn. */
  readonly broken: ReactNode
  readonly zoom: number
  /** Quarter turns to the right. */
  readonly turns: number
}

/** A turned picture keeps the room it needs: the box takes the sides of the turned page. */
function Picture({ url, alt, zoom, turns, broken }: PictureProps) {
  const [failed, setFailed] = useState(false)
  const [sides, setSides] = useState({ width: 210, height: 297 })
  if (failed) return broken
  const lying = turns % 2 === 1
  const [width, height] = lying ? [sides.height, sides.width] : [sides.width, sides.height]
  return (
    <div className={css['page']} style={{ inlineSize: `${zoom}%`, aspectRatio: `${width} / ${height}` }}>
      <img
        src={url}
        alt={alt}
        className={css['picture']}
        onError={() => setFailed(true)}
        style={{ inlineSize: lying ? `${(sides.width / sides.height) * 100}%` : '100%', rotate: `${turns * 90}deg` }}
        onLoad={(event) =>
          setSides({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })
        }
      />
    </div>
  )
}
