import { useState } from 'react'
import { setupMessages } from '#shared/i18n/setup.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts } from '#renderer/ui/page.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useSpeech } from './speech.tsx'
import { wholeAddress } from './whole-address.ts'

interface Seen {
  readonly url: string
  readonly fingerprint: string
  readonly secure: boolean
}

/** A server is looked at before it is trusted with the one-time code (SYNC-ENROL-3). */
export function JoinForm({ onBack, onDone }: Pick<CodeFormProps, 'onBack' | 'onDone'>) {
  const [seen, setSeen] = useState<Seen | null>(null)
  return seen === null ? (
    <AddressForm onBack={onBack} onSeen={setSeen} />
  ) : (
    <CodeForm seen={seen} onBack={() => setSeen(null)} onDone={onDone} />
  )
}

function AddressForm({ onBack, onSeen }: { readonly onBack: () => void; readonly onSeen: (seen: Seen) => void }) {
  const { t, say } = useSpeech()
  const [url, setUrl] = useState('')
  const [lacks, setLacks] = useState(false)
  const whole = wholeAddress(url)
  const look = useCoreAction(core.sync.look, ({ fingerprint, secure }) =>
    onSeen({ url: whole ?? url, fingerprint, secure }),
  )
  const submit = () => {
    setLacks(whole === null)
    if (whole !== null) void look.run({ url: whole })
  }
  const errors = [
    ...(lacks && whole === null ? [{ field: 'url', message: t(words.needAddress) }] : []),
    ...(look.refusal === null ? [] : [{ field: '', message: say(look.refusal) }]),
  ]
  return (
    <Form label={t(words.joinTitle)} errors={errors} onSubmit={submit}>
      <CodeField
        required
        autoFocus
        name="url"
        label={t(words.address)}
        hint={t(words.addressHint)}
        maxLength={500}
        value={url}
        onChange={setUrl}
      />
      <Row justify="between">
        <Button onClick={onBack}>{t(setupMessages.back)}</Button>
        <Button type="submit" kind="primary" busy={look.busy}>
          {t(words.look)}
        </Button>
      </Row>
    </Form>
  )
}

type Joined = Awaited<ReturnType<typeof core.sync.join>>

interface CodeFormProps {
  readonly seen: Seen
  readonly onBack: () => void
  readonly onDone: (joined: Joined) => void
}

function CodeForm({ seen, onBack, onDone }: CodeFormProps) {
  const { t, say } = useSpeech()
  const [code, setCode] = useState('')
  const [lacks, setLacks] = useState(false)
  const join = useCoreAction(core.sync.join, (joined) => {
    showToast({ tone: 'good', text: t(words.joined) })
    onDone(joined)
  })
  const short = code.trim().length < 4
  const submit = () => {
    setLacks(short)
    if (!short) void join.run({ url: seen.url, code: code.trim() })
  }
  const errors = [
    ...(lacks && short ? [{ field: 'code', message: t(words.needCode) }] : []),
    ...(join.refusal === null ? [] : [{ field: '', message: say(join.refusal) }]),
  ]
  return (
    <Form label={t(words.joinTitle)} errors={errors} onSubmit={submit}>
      <Trust seen={seen} />
      <CodeField required autoFocus name="code" label={t(words.code)} maxLength={60} value={code} onChange={setCode} />
      {join.busy && <Notice live>{t(words.joining)}</Notice>}
      <Row justify="between">
        <Button onClick={onBack} disabled={join.busy}>
          {t(words.lookAgain)}
        </Button>
        <Button type="submit" kind="primary" busy={join.busy}>
          {t(words.join)}
        </Button>
      </Row>
    </Form>
  )
}

/** Who answers there. A connection without encryption has no fingerprint to be compared. */
function Trust({ seen }: { readonly seen: Seen }) {
  const { t } = useSpeech()
  const { url, fingerprint, secure } = seen
  return (
    <>
      <Facts
        items={[
          { label: t(words.address), value: <Isolated ltr>{url}</Isolated> },
          ...(fingerprint === ''
            ? []
            : [{ label: t(words.fingerprint), value: <Isolated ltr>{fingerprint}</Isolated> }]),
        ]}
      />
      {secure ? (
        <Notice title={t(words.secure)}>{t(words.compare)}</Notice>
      ) : (
        <Notice tone="warn">{t(words.insecure)}</Notice>
      )}
    </>
  )
}
