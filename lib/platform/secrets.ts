import { createHash, randomBytes } from 'node:crypto'

/** A fresh 256-bit secret, base64url (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored instead of a secret: its SHA-256, hex. Secrets have full entropy, so no salt or stretching is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A fresh salt for a content hash: 128 bits, hex. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}
