import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 bits, in the alphabet of addresses. */
export const linkCodePattern = /^[A-Za-z0-9_-]{22}$/

/** A code that makes a link nobody can guess. */
export function newLinkCode(): string {
  return randomBytes(16).toString('base64url')
}

/** Whether a code is the one expected; how alike they are shows in no time taken. */
export function isLinkCode(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
