import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { bundleFunctions } from './bundle.ts'
import { addStacks } from './stacks.ts'

const app = new App()
addStacks(app, await bundleFunctions(join(import.meta.dirname, '../dist/functions')))
app.synth()
