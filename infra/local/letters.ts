import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import type { Means } from '../../functions/worker/deps.ts'

/** Every letter and text becomes a file of its own; their names are in the order they were sent. */
export function messagesToFiles(directory: string): Means {
  const write = async (lines: readonly string[]) => {
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, `${ulid()}.txt`), `${lines.join('\n')}\n`)
  }
  return {
    post: ({ to, subject, text }) => write([`To: ${to}`, `Subject: ${subject}`, '', text]),
    text: ({ to, text }) => write([`To: ${to}`, '', text]),
  }
}
