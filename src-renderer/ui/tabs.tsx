import { Tabs as MantineTabs } from '@mantine/core'
import type { ReactNode } from 'react'
import type { IconName } from './icon-paths.ts'
import { Icon } from './icon.tsx'

export interface TabItem {
  readonly value: string
  readonly label: string
  readonly icon?: IconName
  readonly badge?: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tabs: readonly TabItem[]
  /** The content of the chosen tab. */
  readonly children: ReactNode
}

export function Tabs({ label, value, onChange, tabs, children }: TabsProps) {
  return (
    <MantineTabs value={value} onChange={(next) => next !== null && onChange(next)} keepMounted={false}>
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab
            key={tab.value}
            value={tab.value}
            leftSection={tab.icon === undefined ? undefined : <Icon name={tab.icon} size={16} />}
            rightSection={tab.badge}
          >
            {tab.label}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map((tab) => (
        <MantineTabs.Panel key={tab.value} value={tab.value} pt="md">
          {tab.value === value ? children : null}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  )
}
