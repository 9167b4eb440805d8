import { afterEach, describe, expect, it, vi } from 'vitest'
import { paths } from '#renderer/parts/paths.ts'
import { holdPlace, leaveFor, matchPath, placeOf, releasePlace } from '#renderer/ui/navigation.ts'

describe('addresses of the window', () => {
  it('a path and its parameters', () => {
    expect(matchPath('/cases/:id', '/cases/a%20b')).toEqual({ id: 'a b' })
    expect(matchPath('/cases/:id', '/cases')).toBeNull()
    expect(matchPath('/', '/')).toEqual({})
  })

  it('what is linked is found again', () => {
    const place = placeOf(paths.search('رخصة & بناء'))
    expect(place.path).toBe('/search')
    expect(place.query.get('text')).toBe('رخصة & بناء')
    expect(placeOf('').path).toBe('/')
  })
})

describe('a screen with something unsaved', () => {
  afterEach(() => {
    releasePlace()
    vi.unstubAllGlobals()
  })

  /** Where no browser is: what the window's place needs of one. */
  function page(): EventTarget {
    const target = new EventTarget()
    vi.stubGlobal('window', Object.assign(target, { location: { hash: '#/settings/calendar' } }))
    return target
  }
  const closing = (target: EventTarget): boolean =>
    !target.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  it('UI-11 asks before signing out, and the window before it is closed; not once it is saved', () => {
    const target = page()
    const asked: unknown[] = []
    let out = 0
    const signOut = (): void => void (out += 1)
    const release = holdPlace((wanted) => asked.push(wanted))
    leaveFor(signOut)
    expect([out, asked]).toEqual([0, [signOut]])
    expect(closing(target)).toBe(true)
    release()
    leaveFor(signOut)
    expect(out).toBe(1)
    expect(closing(target)).toBe(false)
  })
})
