import css from './key-hint.module.css'

/** The keys of an action, always written left to right. */
export function KeyHint({ keys }: { readonly keys: readonly string[] }) {
  return (
    <bdi dir="ltr" className={css['keys']}>
      {keys.map((key) => (
        <kbd key={key} className={css['key']}>
          {key}
        </kbd>
      ))}
    </bdi>
  )
}
