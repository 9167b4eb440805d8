import { describe, expect, it } from 'vitest'
import { paths } from '#renderer/parts/paths.ts'
import { matchPath, placeOf } from '#renderer/ui/navigation.ts'

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
