import type { Route } from '#renderer/parts/route.ts'

/** Every screen of the frame: address, title, and the right it needs. The first that fits wins. */
export const routes: readonly Route[] = []
