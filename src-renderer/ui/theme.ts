import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core'
import { createTheme, defaultVariantColorsResolver } from '@mantine/core'

const teal: MantineColorsTuple = [
  '#edf7f6',
  '#d7ecea',
  '#afd9d5',
  '#84c5bf',
  '#5bb0a9',
  '#38968f',
  '#227f79',
  '#176b66',
  '#0f5753',
  '#0a4542',
]

const slate: MantineColorsTuple = [
  '#f6f8f8',
  '#eceff1',
  '#dfe4e7',
  '#c9d0d5',
  '#a9b4ba',
  '#87939a',
  '#66737b',
  '#4c5860',
  '#323c42',
  '#1b2226',
]

const night: MantineColorsTuple = [
  '#e6eaec',
  '#c3ccd1',
  '#a3b0b7',
  '#74828a',
  '#3c474e',
  '#313a40',
  '#1d2428',
  '#14191c',
  '#0f1315',
  '#0a0d0f',
]

/** Mantine chooses the text on the accent once for both schemes; ours is dark on light and light on dark. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled' || input.color !== 'teal') return colors
  return { ...colors, background: 'var(--accent)', hover: 'var(--accent-hover)', color: 'var(--on-accent)' }
}

/** The looks of every Mantine part: one accent, quiet greys, type a little larger than usual for Arabic. */
export const theme = createTheme({
  fontFamily: "'IBM Plex Sans Arabic', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  colors: { teal, gray: slate, dark: night },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  variantColorResolver: variantColors,
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.6', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.4' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.45' },
      h3: { fontSize: '1.0313rem', lineHeight: '1.5' },
    },
  },
  respectReducedMotion: true,
  components: {
    // One landmark for whatever floats above the page; see KitProvider.
    Portal: { defaultProps: { target: '#floats' } },
    Tooltip: { defaultProps: { openDelay: 350, withinPortal: true } },
    Modal: {
      // There and gone at once: keys pressed while it fades in would be lost, and those pressed while it fades out.
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 0 } },
    },
    Checkbox: { defaultProps: { size: 'sm', color: 'var(--accent)', iconColor: 'var(--on-accent)' } },
    Radio: { defaultProps: { size: 'sm', color: 'var(--accent)', iconColor: 'var(--on-accent)' } },
    Progress: { defaultProps: { color: 'var(--accent)' } },
    // A hint stands below its field, so that fields side by side begin on one line.
    ...Object.fromEntries(
      ['TextInput', 'Select', 'MultiSelect', 'NumberInput', 'PasswordInput'].map((field) => [
        field,
        { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
      ]),
    ),
    Popover: { defaultProps: { shadow: 'md' } },
  },
})

/** Mantine's own quiet and error colours miss 4.5:1 on our surfaces. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2226',
    '--mantine-color-dimmed': '#56626a',
    '--mantine-color-placeholder': '#66737b',
    '--mantine-color-error': '#a3211a',
    '--mantine-color-default-border': '#c9d0d5',
  },
  dark: {
    '--mantine-color-body': '#1d2428',
    '--mantine-color-text': '#e6eaec',
    '--mantine-color-dimmed': '#a3b0b7',
    '--mantine-color-placeholder': '#97a4ab',
    '--mantine-color-error': '#f5a7a1',
    '--mantine-color-default-border': '#3c474e',
  },
})
