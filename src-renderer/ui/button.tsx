import { ActionIcon, Button as MantineButton, Tooltip } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export type ButtonKind = 'primary' | 'default' | 'quiet' | 'danger'

export interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly size?: 'xs' | 'sm' | 'md'
  readonly type?: 'button' | 'submit'
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly fullWidth?: boolean
  readonly onClick?: () => void
  /** Where a link is meant: a button that looks the same and is an anchor. */
  readonly href?: string
  readonly expanded?: boolean
  /** Id of the text that says why it is off, or what it does. */
  readonly describedBy?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

const variants = {
  primary: { variant: 'filled' },
  default: { variant: 'default' },
  quiet: { variant: 'subtle' },
  danger: { variant: 'outline', color: 'var(--bad-text)' },
} as const

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'default',
    icon,
    size = 'sm',
    type = 'button',
    busy = false,
    href,
    expanded,
    describedBy,
    ...rest
  } = props
  const look = {
    ...variants[kind],
    size,
    loading: busy,
    leftSection: icon === undefined ? undefined : <Icon name={icon} size={size === 'xs' ? 16 : 18} />,
  }
  if (href !== undefined)
    return (
      <MantineButton component="a" href={href} {...look} fullWidth={rest.fullWidth ?? false}>
        {children}
      </MantineButton>
    )
  return (
    <MantineButton type={type} aria-expanded={expanded} aria-describedby={describedBy} {...look} {...rest}>
      {children}
    </MantineButton>
  )
}

export interface IconButtonProps {
  readonly icon: IconName
  /** Read aloud and shown as a tooltip. */
  readonly label: string
  readonly onClick?: () => void
  readonly kind?: 'quiet' | 'default'
  readonly size?: 'sm' | 'md' | 'lg'
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, label, kind = 'quiet', size = 'md', pressed, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-pressed={pressed}
        {...rest}
        variant={kind === 'quiet' ? 'subtle' : 'default'}
        color="gray"
        size={sizes[size]}
        aria-label={label}
        c="var(--text-quiet)"
      >
        <Icon name={icon} size={size === 'sm' ? 16 : 18} />
      </ActionIcon>
    </Tooltip>
  )
}

const sizes = { sm: 26, md: 32, lg: 38 } as const
