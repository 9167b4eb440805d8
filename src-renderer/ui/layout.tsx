import { Group, SimpleGrid, Stack as MantineStack } from '@mantine/core'
import type { ReactNode } from 'react'

export type Gap = 'none' | 'xs' | 'sm' | 'md' | 'lg' | 'xl'

interface StackProps {
  readonly children: ReactNode
  readonly gap?: Gap
}

const gapOf = (gap: Gap) => (gap === 'none' ? 0 : gap)

/** Things below one another. */
export function Stack({ children, gap = 'md' }: StackProps) {
  return <MantineStack gap={gapOf(gap)}>{children}</MantineStack>
}

interface RowProps extends StackProps {
  readonly justify?: 'start' | 'end' | 'between' | 'center'
  readonly align?: 'start' | 'center' | 'end' | 'stretch' | 'baseline'
  readonly wrap?: boolean
  readonly grow?: boolean
}

const justifications = { start: 'flex-start', end: 'flex-end', between: 'space-between', center: 'center' } as const

/** Things beside one another. */
export function Row({
  children,
  gap = 'sm',
  justify = 'start',
  align = 'center',
  wrap = true,
  grow = false,
}: RowProps) {
  return (
    <Group gap={gapOf(gap)} justify={justifications[justify]} align={align} wrap={wrap ? 'wrap' : 'nowrap'} grow={grow}>
      {children}
    </Group>
  )
}

interface ColumnsProps extends StackProps {
  /** Columns on a wide pane; one on a narrow one. */
  readonly count: 2 | 3 | 4 | 5 | 7
}

/** Equal columns that fall below one another when there is no room. */
export function Columns({ children, count, gap = 'md' }: ColumnsProps) {
  return (
    <SimpleGrid
      cols={{ base: 1, xs: Math.min(2, count), md: Math.min(4, count), lg: count }}
      spacing={gapOf(gap)}
      verticalSpacing={gapOf(gap)}
    >
      {children}
    </SimpleGrid>
  )
}
