import { expect, test } from 'vitest'
import { run } from '../support/process.ts'

test('the closed loop goes all the way, through HTTP alone', async () => {
  const { code, stdout, stderr } = await run('infra/local/demo.ts')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^closed loop: complete, \d\d steps, \d\d events$/)
}, 60_000)
