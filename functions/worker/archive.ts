import { makeArchiveDeps } from './archive-deps.ts'
import { onArchive } from './on-archive.ts'

/** Amazon EventBridge's hourly call. */
export const handler = onArchive(makeArchiveDeps(process.env))
