import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { guardSession, isPermitted } from '#main/shell/guards.ts'
import { isOwn } from '#main/shell/origin.ts'

const own = 'insaf://app/'

describe('S14 rights of a page', () => {
  it('C-10 the camera and copying, for the program’s own page alone', () => {
    expect(isPermitted({ permission: 'media', origin: own, media: ['video'] })).toBe(true)
    expect(isPermitted({ permission: 'clipboard-sanitized-write', origin: own, media: [] })).toBe(true)
    expect(isPermitted({ permission: 'media', origin: 'https://example.org/', media: ['video'] })).toBe(false)
  })

  it.each([
    'geolocation',
    'notifications',
    'midi',
    'hid',
    'serial',
    'usb',
    'clipboard-read',
    'display-capture',
    'fullscreen',
    'openExternal',
    'pointerLock',
    'unknown',
  ])('S14 %s is refused', (permission) => {
    expect(isPermitted({ permission, origin: own, media: ['video'] })).toBe(false)
  })

  it('S14 no microphone, not beside the camera either, and nothing unnamed', () => {
    for (const media of [['audio'], ['video', 'audio'], ['unknown'], []]) {
      expect(isPermitted({ permission: 'media', origin: own, media })).toBe(false)
    }
  })

  it('S14 no device is given to a page, whichever it asks for', () => {
    const answers: unknown[] = []
    guardSession({
      setPermissionRequestHandler: () => undefined,
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: (handler: (asked: object) => boolean) => answers.push(handler({ deviceType: 'usb' })),
      webRequest: { onBeforeRequest: () => undefined },
    } as unknown as Session)
    expect(answers).toEqual([false])
  })

  it('S14 an address is one’s own as a whole, not by how it begins', () => {
    expect(['insaf://app', 'insaf://app/', 'insaf://app/index.html#/x'].every(isOwn)).toBe(true)
    expect(
      ['insaf://app.evil/', 'insaf://apps/', 'insaf://app@evil/', 'http://insaf://app/', 'file:///x', ''].some(isOwn),
    ).toBe(false)
  })
})
