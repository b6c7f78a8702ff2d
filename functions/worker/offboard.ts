import { makeOffboardDeps } from './offboard-deps.ts'
import { onOffboard } from './on-offboard.ts'

/** Amazon EventBridge's call, every few minutes. */
export const handler = onOffboard(makeOffboardDeps(process.env))
