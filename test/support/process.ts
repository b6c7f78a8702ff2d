import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  /** Resolves with what it has written once that has a line beginning so; rejects when it ends before. */
  says(line: string): Promise<string>
  readonly ended: Promise<Ended>
}

/** Starts a program of this checkout as npm's scripts do, on an engine of its own. */
export function begin(
  file: string,
  { args = [], cwd, env = {} }: { args?: readonly string[]; cwd?: string; env?: Record<string, string> } = {},
): Running {
  const child = spawn(process.execPath, [resolve(file), ...args], {
    ...(cwd && { cwd }),
    env: { ...process.env, DYNAMODB_ENDPOINT: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text
    })
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...written }))
  const says = async (line: string) => {
    const isThere = () => `\n${written.stdout}`.includes(`\n${line}`)
    for (const ending = ended.then(() => true); !isThere(); ) {
      const isOver = await Promise.race([ending, once(child.stdout, 'data').then(() => false)])
      if (isOver && !isThere()) throw new Error(`It ended without saying "${line}": ${written.stderr}`)
    }
    return written.stdout
  }
  return { child, says, ended }
}

/** Runs a program of this checkout to its end. */
export function run(file: string, options: Parameters<typeof begin>[1] = {}): Promise<Ended> {
  return begin(file, options).ended
}
