import middy from '@middy/core'
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import { withSecrets } from '../../shared/core/secrets.ts'
import { createApp } from './app.ts'
import { makeDeps } from './deps.ts'

const app = handle(createApp(makeDeps(await withSecrets(process.env))))

/** Amazon API Gateway's proxy event in, its answer out. */
export const handler = middy<LambdaEvent>().handler((event, context) => app(event, context as unknown as LambdaContext))
