import type { IconName } from './icon-paths.ts'
import { iconPaths, turningIcons } from './icon-paths.ts'
import css from './icon.module.css'

export interface IconProps {
  readonly name: IconName
  /** Pixels; default 18. */
  readonly size?: number
}

/** An icon beside words; it is silent to a screen reader. */
export function Icon({ name, size = 18 }: IconProps) {
  return (
    <svg
      className={css['icon']}
      data-turns={turningIcons.has(name) || undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
