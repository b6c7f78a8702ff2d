import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The key that cursors are sealed with: made at the first start, kept for this user only. */
export async function cursorSecret(directory: string): Promise<string> {
  const path = join(directory, 'cursor-secret')
  const kept = await readFile(path, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  const secret = randomBytes(32).toString('base64url')
  await mkdir(directory, { recursive: true })
  await writeFile(path, secret, { mode: 0o600 })
  return secret
}
