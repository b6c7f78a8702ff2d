import { parseArgs } from 'node:util'
import { S3Client } from '@aws-sdk/client-s3'
import { hourOfKey } from '../shared/audit/archive-file.ts'
import { type Break, type Chain, verifyChain } from '../shared/audit/chain.ts'
import { archivedCentres, type Bucket, filesOf, firstReplaced } from './audit-bucket.ts'
import { bucketConfig } from './local/queues.ts'
import { home, readStackFile } from './local/stack-file.ts'
import { region } from './place.ts'

/** What is wrong with a file, after its name. */
const reasons: Readonly<Record<Break['flaw'] | 'overwritten', string>> = {
  unreadable: 'cannot be read as a file of the archive',
  misplaced: 'says that it is of another centre or hour than its name does',
  altered: 'is not what its own seal was made of',
  count: 'has more or fewer entries than it says',
  hour: 'has an entry of another hour',
  order: 'has entries out of order',
  missing: 'is not there, and the file after it names it',
  replaced: 'has not the digest that the file after it names',
  added: 'is not the file that the one after it follows',
  restarted: 'follows nothing, and there is a file before it',
  sequence: 'does not belong where its name puts it',
  overwritten: 'was written over or hidden: the bucket has an earlier version',
}

try {
  const { centre } = parseArgs({ options: { centre: { type: 'string' } } }).values
  const bucket = await archive()
  const centres = centre === undefined ? await archivedCentres(bucket) : [centre]
  if (centres.length === 0) throw new Error('The archive has no file yet: the first comes when an hour is over.')
  for (const each of centres) await verify(bucket, each)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

/** Says in one line whether a centre's chain holds. */
async function verify(bucket: Bucket, centre: string): Promise<void> {
  const chain = await verifyChain(filesOf(bucket, centre))
  const replaced = await firstReplaced(bucket, centre)
  const flaws = [
    ...(chain.broken ? [chain.broken] : []),
    ...(replaced === undefined ? [] : [{ key: replaced, flaw: 'overwritten' as const }]),
  ]
  const [first] = flaws.sort((one, other) => (one.key < other.key ? -1 : 1))
  const isThere = chain.last !== undefined || first !== undefined
  if (first || !isThere) process.exitCode = 1
  const said = first ? `does not hold: ${first.key} ${reasons[first.flaw]}` : isThere ? extent(chain) : 'has no file'
  process.stdout.write(`${centre}  ${said}\n`)
}

function extent({ files, entries, last }: Chain): string {
  return `holds: ${files} files, ${entries} entries, up to ${hourOfKey(last?.key ?? '')}Z`
}

/** A bucket of the cloud, under whatever credentials there are; without AUDIT_BUCKET the one on this machine. */
async function archive(): Promise<Bucket> {
  const name = process.env.AUDIT_BUCKET
  if (name) return { client: new S3Client({ region }), name }
  const stack = await readStackFile(home)
  if (stack === undefined) {
    throw new Error('The local stack is not running: start it with npm start, or name a bucket in AUDIT_BUCKET.')
  }
  return { client: new S3Client(bucketConfig(stack.archive.endpoint)), name: stack.archive.bucket }
}
