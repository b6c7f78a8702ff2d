import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Listens on 127.0.0.1.
 * @param port 0 for any free one.
 * @returns the port it is.
 * @throws Error in one sentence for people when the port is taken.
 */
export function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(port) : error))
  server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  return promise
}

/** Ends a server at once, requests under way included. */
export function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  return promise
}

function taken(port: number): Error {
  return new Error(
    `Port ${port} is taken: stop what listens there, or choose another, as in PORT=4000 npm start (sign-in takes the port after it).`,
  )
}
