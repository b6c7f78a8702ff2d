import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { close, listen } from './listen.ts'

type App = (request: Request) => Response | Promise<Response>

export interface LocalServer {
  readonly url: string
  /** Answers requests with an app from now on; until then they are told to come back. */
  serve(app: App): void
  stop(): Promise<void>
}

/**
 * Starts an HTTP server on 127.0.0.1, before there is anything to serve: a taken port is found out first of all.
 * @throws Error in one sentence when the port is taken.
 */
export async function startServer(port: number): Promise<LocalServer> {
  let app: App = () => new Response('Starting.', { status: 503, headers: { 'Retry-After': '1' } })
  const server = createServer(getRequestListener((request) => app(request), { overrideGlobalObjects: false }))
  const url = `http://127.0.0.1:${await listen(server, port)}`
  return {
    url,
    serve: (given) => {
      app = given
    },
    stop: () => close(server),
  }
}
