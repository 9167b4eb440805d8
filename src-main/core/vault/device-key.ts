import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { DeviceSigner } from '#core/store/chain.ts'

export interface DeviceKey {
  readonly device: string
  readonly epoch: number
  /** PKCS#8, to be kept wrapped. */
  readonly privateKey: Uint8Array
}

/** A new Ed25519 key for an epoch of a device. */
export function createDeviceKey(device: string, epoch: number): DeviceKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { device, epoch, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

/** What the store signs with. `randomBytes` salts the private parts. */
export function signerOf(key: DeviceKey, randomBytes: (length: number) => Uint8Array): DeviceSigner {
  const privateKey = createPrivateKey({ key: Buffer.from(key.privateKey), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    device: key.device,
    epoch: key.epoch,
    publicKey: Buffer.from(x ?? '', 'base64url'),
    sign: (bytes) => sign(null, bytes, privateKey),
    randomBytes,
  }
}
