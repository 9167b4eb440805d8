import { setupMessages as messages } from '#shared/i18n/setup.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { passwordStrength } from './password-strength.ts'
import css from './strength-hint.module.css'

const looks = {
  weak: { tone: 'bad', share: '25%', words: messages.strengthWeak },
  fair: { tone: 'warn', share: '50%', words: messages.strengthFair },
  good: { tone: 'good', share: '75%', words: messages.strengthGood },
  strong: { tone: 'good', share: '100%', words: messages.strengthStrong },
} as const

/** How strong a password is, in words and as a bar. */
export function StrengthHint({ password, known }: { readonly password: string; readonly known: readonly string[] }) {
  const { t } = useSpeech()
  if (password === '') return null
  const { tone, share, words } = looks[passwordStrength(password, known)]
  return (
    <div className={css['hint']} data-tone={tone} role="status">
      <span className={css['bar']} aria-hidden="true">
        <span className={css['filled']} style={{ inlineSize: share }} />
      </span>
      <span>
        <span className="visually-hidden">{t(messages.strength)}: </span>
        {t(words)}
      </span>
    </div>
  )
}
