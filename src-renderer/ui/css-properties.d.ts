import 'react'

declare module 'react' {
  // Custom properties in `style` are plain CSS; React's own type leaves them out.
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined
  }
}
