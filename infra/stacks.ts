import { type App, Tags } from 'aws-cdk-lib'
import type { Bundles } from './bundle.ts'
import { Data } from './data.ts'
import { Identity } from './identity.ts'
import { Product } from './product.ts'

/** The product as three stacks: what must never be lost, who may sign in, and what runs. */
export function addStacks(app: App, bundles: Bundles) {
  Tags.of(app).add('product', 'rx-community')
  const data = new Data(app, 'RxcData')
  const identity = new Identity(app, 'RxcIdentity')
  const product = new Product(app, 'RxcProduct', { data, identity, bundles })
  return { data, identity, product }
}
