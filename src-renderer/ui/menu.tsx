import { Menu } from '@mantine/core'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export interface MenuAction {
  readonly key: string
  readonly label: string
  readonly icon?: IconName
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly checked?: boolean
  readonly onClick: () => void
}

export interface MenuButtonProps {
  readonly label: string
  readonly icon?: IconName
  /** Only the icon is shown; the label is read aloud. */
  readonly iconOnly?: boolean
  readonly kind?: 'default' | 'quiet' | 'primary'
  readonly items: readonly MenuAction[]
}

export function MenuButton({
  label,
  icon = 'chevron-down',
  iconOnly = false,
  kind = 'default',
  items,
}: MenuButtonProps) {
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        {iconOnly ? (
          <IconButton icon={icon} label={label} />
        ) : (
          <Button kind={kind} icon={icon}>
            {label}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item
            key={item.key}
            onClick={item.onClick}
            disabled={item.disabled ?? false}
            {...(item.danger === true ? { color: 'var(--bad-text)' } : {})}
            leftSection={item.icon === undefined ? undefined : <Icon name={item.icon} size={16} />}
            rightSection={item.checked === true ? <Icon name="check" size={16} /> : undefined}
          >
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
