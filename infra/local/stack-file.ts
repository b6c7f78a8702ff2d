import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { SignInPerson } from './identity.ts'

/** Where the stack keeps everything: npm's scripts run in the checkout's folder. */
export const home = resolve('.local')

/** What a running stack tells other programs of this machine: where it is, and who may be signed in as. */
export interface StackFile {
  readonly url: string
  readonly issuer: string
  readonly clientId: string
  readonly people: readonly SignInPerson[]
  /** Where the audit log is archived. */
  readonly archive: { readonly endpoint: string; readonly bucket: string }
}

export async function writeStackFile(directory: string, file: StackFile): Promise<void> {
  await writeFile(pathIn(directory), JSON.stringify(file, null, 2))
}

/** @returns undefined when no stack wrote one, or the one that did has ended. */
export async function readStackFile(directory: string): Promise<StackFile | undefined> {
  const text = await readFile(pathIn(directory), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as StackFile)
}

export async function removeStackFile(directory: string): Promise<void> {
  await rm(pathIn(directory), { force: true })
}

function pathIn(directory: string): string {
  return join(directory, 'stack.json')
}
