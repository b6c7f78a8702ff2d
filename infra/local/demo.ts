import './quiet.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { centre, gather } from './demo/cast.ts'
import { clockBehind } from './demo/clock.ts'
import { figures } from './demo/figures.ts'
import { lookingBack } from './demo/looking-back.ts'
import { measuring } from './demo/measuring.ts'
import { meeting } from './demo/meeting.ts'
import { prescribing } from './demo/prescribing.ts'
import { hearingBack, referring } from './demo/referring.ts'
import { takingPart } from './demo/taking-part.ts'
import { tell } from './demo/tell.ts'
import { startStack } from './stack.ts'

/** The closed loop, in the order it happens. */
const steps = [
  ...referring,
  ...meeting,
  ...measuring('baseline'),
  ...prescribing,
  ...takingPart,
  ...lookingBack,
  ...hearingBack,
  ...figures,
]

/** Three months and some weeks: the loop ends before today. */
const days = 125

const say = (line: string) => process.stdout.write(`${line}\n`)
const directory = await mkdtemp(join(tmpdir(), 'rx-demo-'))
try {
  const clock = clockBehind(days)
  const seed = { centres: [centre], clients: false } as const
  const stack = await startStack({ directory, port: 0, prefix: 'rxc-demo', seed, now: clock.now })
  try {
    const cast = await gather(stack, directory)
    const kept = await tell(steps, { url: stack.url, cast, clock, drained: stack.drained, say })
    say(`closed loop: complete, ${steps.length} steps, ${kept.get('events')} events`)
  } finally {
    await stack.stop()
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
} finally {
  await rm(directory, { recursive: true, force: true })
}
