import middy from '@middy/core'
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import { withSecrets } from '../../shared/core/secrets.ts'
import { makeDeps } from '../api/deps.ts'
import { createAdminApp } from './app.ts'

const app = handle(createAdminApp(makeDeps(await withSecrets(process.env))))

/** Amazon API Gateway's proxy event in, its answer out. */
export const handler = middy<LambdaEvent>().handler((event, context) => app(event, context as unknown as LambdaContext))
