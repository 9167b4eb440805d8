import { useState } from 'react'
import { readLogo } from '#shared/domain/lists/office-logo.ts'
import { adminOfficeMessages as words } from '#shared/i18n/admin-office.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { pictureUrl } from '#renderer/parts/picture-url.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { FileDrop } from '#renderer/ui/file-drop.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import css from './admin.module.css'

interface LogoFieldProps {
  /** In base64. */
  readonly logo: string | null
  readonly onChange: (logo: string | null) => void
}

/** The office's logo: looked at before it is taken, and shown as it will be printed, on white. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const { t, settings } = useSpeech()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const picture = readLogo(bytes)
    setRefused(picture.ok ? null : picture.refusal)
    if (picture.ok) onChange(base64Of(bytes))
  }
  return (
    <>
      <FileDrop
        compact
        label={t(words.logo)}
        hint={t(words.logoHint)}
        accept="image/png,image/jpeg"
        multiple={false}
        onFiles={([file]) => {
          if (file !== undefined) void take(file)
        }}
      />
      {refused !== null && (
        <Notice tone="bad" live>
          {refusalSentence(refused.code, refused.params, settings.language)}
        </Notice>
      )}
      {logo !== null && (
        <Row>
          <img className={css['logo']} src={pictureUrl(logo)} alt={t(words.logo)} />
          <Button size="xs" icon="trash" onClick={() => onChange(null)}>
            {t(words.logoRemove)}
          </Button>
        </Row>
      )}
    </>
  )
}

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
