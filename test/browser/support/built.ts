import { buildConsole } from '../../../infra/local/console.ts'

/** The console as it is served, built once for all that open it. */
export default async function setup() {
  await buildConsole()
}
