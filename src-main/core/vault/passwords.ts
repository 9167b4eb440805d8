import { hash, verify } from '@node-rs/argon2'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { argon2Cost } from './argon2.ts'

export const passwordLength = { least: 8, most: 200 } as const

/** A verifier to keep of a user's password. Refuses `password-too-short`, `password-too-long`. */
export async function hashPassword(password: string): Promise<Result<string>> {
  const length = [...password].length
  if (length < passwordLength.least) return refuse('password-too-short', { min: passwordLength.least })
  if (length > passwordLength.most) return refuse('password-too-long', { max: passwordLength.most })
  return ok(await hash(password.normalize('NFKC'), argon2Cost))
}

/** Whether the password fits; `null` for an unknown user takes as long and never does. */
export async function isPassword(verifier: string | null, password: string): Promise<boolean> {
  if ([...password].length > passwordLength.most) return false
  const fits = await verify(verifier ?? (await nobody()), password.normalize('NFKC'))
  return fits && verifier !== null
}

/** Somebody's verifier, to spend the same time on a user who does not exist. */
let nobodys: Promise<string> | null = null
const nobody = (): Promise<string> => (nobodys ??= hash('nobody', argon2Cost))
