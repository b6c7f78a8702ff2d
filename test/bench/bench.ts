import '../../infra/local/quiet.ts'
import { weigh } from './bundles.ts'
import { report, reportLoad, reportSizes } from './report.ts'
import { startScene } from './scene.ts'

/**
 * `npm run bench`: what the product adds to the database calls it makes. Every measured request is followed by the very
 * database commands it sent, sent again raw by the same client for a second centre that has lived the same life, so both
 * sides do the same work, in turn, in one process on one database. Then what the bundles weigh, and how long the api
 * function takes to load.
 */
const scene = await startScene()
try {
  const rows = [
    await scene.compare('referral request', 200, (turn) => scene.request(turn)),
    await scene.compare('contact', 200, (turn) => scene.contact(turn)),
    await scene.compare('Today page (25 of 60)', 200, () => scene.today()),
  ]
  process.stdout.write(report(rows))
} finally {
  await scene.stop()
}
const { sizes, load } = await weigh(25)
process.stdout.write(`\n${reportSizes(sizes)}\n${reportLoad(load)}`)
