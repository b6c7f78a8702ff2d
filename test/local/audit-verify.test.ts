import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { archiveIn } from '../../functions/worker/bucket.ts'
import { bucketConfig, startQueues } from '../../infra/local/queues.ts'
import { startStack } from '../../infra/local/stack.ts'
import { writeStackFile } from '../../infra/local/stack-file.ts'
import { type ArchiveFile, makeArchiveFile, referenceTo } from '../../shared/audit/archive-file.ts'
import { run } from '../support/process.ts'

const program = 'infra/audit-verify.ts'
const name = 'rxc-audit'

test('one line for each centre; a byte altered anywhere, and the file it is in is named', async () => {
  const { cwd, client, endpoint } = await start()
  await keep(client, chain('guelph', 3))
  const [, second] = await keep(client, chain('rexdale', 3))
  await writeStack(cwd, endpoint)

  expect(await run(program, { cwd })).toMatchObject({
    code: 0,
    stdout:
      'guelph  holds: 3 files, 6 entries, up to 2026-11-21T12Z\nrexdale  holds: 3 files, 6 entries, up to 2026-11-21T12Z\n',
  })

  const bytes = Buffer.from(second?.bytes ?? [])
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
  await client.send(new PutObjectCommand({ Bucket: name, Key: second?.key, Body: bytes }))
  const altered = await run(program, { cwd })
  expect(altered).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^guelph {2}holds: .*\nrexdale {2}does not hold: audit\/rexdale\/2026\/11\/21T11\.jsonl .+\n$/,
    ),
  })
  expect(await run(program, { cwd, args: ['--centre', 'guelph'] })).toMatchObject({ code: 0 })
  expect(await run(program, { cwd, args: ['--centre', 'rexdale'] })).toMatchObject({ code: 1 })
  expect(await run(program, { cwd, args: ['--centre', 'nowhere'] })).toMatchObject({
    code: 1,
    stdout: 'nowhere  has no file\n',
  })
})

test('more than a listing’s thousand files are all checked', async () => {
  const { cwd, client, endpoint } = await start()
  await keep(client, chain('guelph', 1_030))
  await writeStack(cwd, endpoint)
  const { stdout } = await run(program, { cwd })
  expect(stdout).toMatch(/^guelph {2}holds: 1030 files, 2060 entries/)
})

test('a bucket of the cloud: a file that has an earlier version, or is hidden, is named though the chain holds', async () => {
  const { client, endpoint } = await start()
  await keep(client, chain('guelph', 3))
  const versions = { body: '' }
  const env = {
    AUDIT_BUCKET: name,
    AWS_ENDPOINT_URL_S3: await withVersions(endpoint, versions),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  }
  const key = (hour: number) => `<Key>audit/guelph/2026/11/21T${hour}.jsonl</Key>`
  versions.body = `<Version>${key(10)}<IsLatest>true</IsLatest></Version>`
  expect(await run(program, { env })).toMatchObject({ code: 0, stdout: expect.stringMatching(/^guelph {2}holds: 3/) })
  versions.body += `<Version>${key(11)}<IsLatest>true</IsLatest></Version><Version>${key(11)}<IsLatest>false</IsLatest></Version>`
  expect(await run(program, { env })).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^guelph {2}does not hold: audit\/guelph\/2026\/11\/21T11\.jsonl was written over/),
  })
  versions.body = `<DeleteMarker>${key(13)}<IsLatest>true</IsLatest></DeleteMarker>`
  expect(await run(program, { env })).toMatchObject({ code: 1, stdout: expect.stringContaining('21T13.jsonl was') })
})

test('without a stack, and without a file, it says so', async () => {
  const { cwd, endpoint } = await start()
  const stopped = await run(program, { cwd })
  expect(stopped).toMatchObject({ code: 1, stderr: expect.stringMatching(/^The local stack is not running: .+\n$/) })
  await writeStack(cwd, endpoint)
  expect(await run(program, { cwd })).toMatchObject({ code: 1, stderr: expect.stringMatching(/no file yet/) })
})

test('the local stack archives what was over when it started, and keeps it', async () => {
  const directory = await folder()
  const seed = { centres: ['guelph'], clients: false } as const
  const first = await startStack({ directory, port: 0, seed })
  const cwd = await folder()
  await mkdir(join(cwd, '.local'))
  await writeStack(cwd, first.environment.S3_ENDPOINT ?? '')
  const archived = await vi.waitFor(
    async () => {
      const { code, stdout } = await run(program, { cwd })
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^alliance .*\nguelph .*\n$/) })
      return stdout
    },
    { timeout: 15_000, interval: 500 },
  )
  await first.stop()
  const second = await startStack({ directory, port: 0, seed })
  onTestFinished(() => second.stop())
  await writeStack(cwd, second.environment.S3_ENDPOINT ?? '')
  expect((await run(program, { cwd })).stdout.length).toBeGreaterThanOrEqual(archived.length)
}, 60_000)

/** A folder to run in, and a bucket. */
async function start() {
  const cwd = await folder()
  await mkdir(join(cwd, '.local'))
  const queues = await startQueues({ queues: [], buckets: [name] })
  const client = new S3Client(bucketConfig(queues.endpoint))
  onTestFinished(async () => {
    client.destroy()
    await queues.stop()
  })
  return { cwd, client, endpoint: queues.endpoint }
}

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'rxc-verify-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

function writeStack(cwd: string, endpoint: string): Promise<void> {
  const archive = { endpoint, bucket: name }
  return writeStackFile(join(cwd, '.local'), { url: '', issuer: '', clientId: '', people: [], archive })
}

async function keep(client: S3Client, files: readonly ArchiveFile[]): Promise<readonly ArchiveFile[]> {
  for (const file of files) expect(await archiveIn(client, name).keep(file)).toBe(file)
  return files
}

/** Hours one after the other, with two entries each. */
function chain(centre: string, hours: number): ArchiveFile[] {
  const files: ArchiveFile[] = []
  for (let n = 0; n < hours; n += 1) {
    const hour = new Date(Date.UTC(2026, 10, 21, 10 + n)).toISOString().slice(0, 13)
    const before = files.at(-1)
    const entries = [1, 2].map((one) => ({
      id: `audit_${one}`,
      at: `${hour}:00:00.000Z`,
      actor: { id: 'staff_1', kind: 'person', roles: [] },
      access: 'read' as const,
      purpose: 'getClient',
      requestId: 'request_1',
      information: ['client'],
    }))
    files.push(makeArchiveFile({ centre, hour, previous: before ? referenceTo(before) : null }, entries))
  }
  return files
}

/** The bucket's server, answering for versions, which it has none of, with those given. */
async function withVersions(endpoint: string, versions: { readonly body: string }): Promise<string> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', endpoint)
    if (url.searchParams.has('versions')) {
      return response.end(`<ListVersionsResult><IsTruncated>false</IsTruncated>${versions.body}</ListVersionsResult>`)
    }
    const answer = await fetch(url)
    return response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
