import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * `rxc_<env>_<centre>.<ulid>_<secret>_<crc>`: the environment and centre route the look-up, the secret proves the
 * holder, the checksum lets a scanner recognise a leaked key and the server refuse a mistyped one unread.
 */
const form = /^rxc_([a-z]+)_([a-z0-9-]+)\.([0-9A-HJKMNP-TV-Z]{26})_([A-Za-z0-9-]{43})_([0-9a-f]{8})$/

export interface ParsedApiKey {
  readonly environment: string
  readonly centre: string
  readonly id: string
  readonly secret: string
}

/** @returns the whole key, to be shown once, and the digest to keep. */
export function mintApiKey(environment: string, centre: string, id: string): { key: string; digest: string } {
  const secret = randomBytes(32).toString('base64url').replaceAll('_', '-')
  const body = `rxc_${environment}_${centre}.${id.slice('key_'.length)}_${secret}`
  return { key: `${body}_${checksum(body)}`, digest: digestOf(secret) }
}

/** @returns undefined for anything that is not a well-formed key. */
export function parseApiKey(key: string): ParsedApiKey | undefined {
  const [, environment, centre, ulid, secret, crc] = form.exec(key) ?? []
  if (environment === undefined || centre === undefined || secret === undefined) return undefined
  if (crc !== checksum(key.slice(0, key.lastIndexOf('_')))) return undefined
  return { environment, centre, id: `key_${ulid}`, secret }
}

/** Compares in constant time. */
export function secretMatches(secret: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex'))
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, '0')
}
