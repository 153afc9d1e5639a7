import { hash, verify } from '@node-rs/argon2'

/**
 * Argon2id with OWASP's first recommended parameters (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. Algorithm
 * 2 is argon2id; the package's const enum cannot be read under isolatedModules.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What is stored instead of a password: its salted argon2id hash in encoded form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

let dummy: Promise<string> | undefined

/** Whether the password is the one behind the hash. Without a hash (nobody of that name) it works as long and says no. */
export async function verifyPassword(encoded: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const isRight = await verify(encoded ?? (await dummy), password)
  return encoded !== null && isRight
}
