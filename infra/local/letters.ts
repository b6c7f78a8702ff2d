import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import type { Post } from '../../functions/worker/post.ts'

/** A post that writes each letter to a file of its own; their names are in the order they were sent. */
export function postToFiles(directory: string): Post {
  return async ({ to, subject, text }) => {
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, `${ulid()}.txt`), `To: ${to}\nSubject: ${subject}\n\n${text}\n`)
  }
}
