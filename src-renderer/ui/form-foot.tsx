import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { errorsId, useForm } from './form.tsx'
import { useWords } from './words.ts'
import css from './form-foot.module.css'

/** The buttons of a long form, always in sight at its foot, and beside them what goes before them and the way back to what is wrong on top. */
export function FormFoot({ start, children }: { readonly start?: ReactNode; readonly children: ReactNode }) {
  const { id, errors } = useForm()
  const words = useWords()
  return (
    <div className={css['foot']}>
      {start}
      {errors.length > 0 && (
        <button type="button" className={css['errors']} onClick={() => document.getElementById(errorsId(id))?.focus()}>
          <Icon name="alert" size={16} />
          <span>
            {words.text.toErrors} ({words.number(errors.length)})
          </span>
        </button>
      )}
      <div className={css['buttons']}>{children}</div>
    </div>
  )
}
