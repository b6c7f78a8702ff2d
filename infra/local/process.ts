import type { ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a process may take to end when asked, before it is made to. */
const patience = 2_000

const cleanUps = new WeakMap<ChildProcess, () => void>()

/** Writes down which process runs, and for which parent; ends it with this process if nobody did before. */
export function remember(pidFile: string, child: ChildProcess): void {
  writeFileSync(pidFile, `${child.pid} ${process.pid}\n`)
  const cleanUp = () => child.kill()
  cleanUps.set(child, cleanUp)
  process.once('exit', cleanUp)
}

export function forget(pidFile: string): void {
  rmSync(pidFile, { force: true })
}

/** Asks a child to end, and ends it after two seconds. Resolves once it has ended. */
export async function endProcess(child: ChildProcess): Promise<void> {
  const cleanUp = cleanUps.get(child)
  if (cleanUp) process.removeListener('exit', cleanUp)
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(timer)
}

/**
 * Ends the process that an earlier run left behind, told by its pid file. Only a process whose command line names
 * `argument` is touched: pids are used again.
 * @throws Error when the process belongs to a run that is still alive.
 */
export async function endLeftOver(pidFile: string, argument: string): Promise<void> {
  const [pid, parent] = read(pidFile).split(' ').map(Number)
  if (!pid || !runs(pid, argument)) return
  if (parent === parentOf(pid)) {
    throw new Error(`Process ${parent} is already using ${argument}: stop it first, or use another folder.`)
  }
  process.kill(pid, 'SIGTERM')
  const deadline = Date.now() + patience
  while (runs(pid, argument)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL')
    await pause(5)
  }
}

function runs(pid: number, argument: string): boolean {
  return read(`/proc/${pid}/cmdline`).split('\0').includes(argument)
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1])
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
