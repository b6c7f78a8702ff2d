import { MethodNotAllowed } from '../../shared/core/errors.ts'
import type { Routes } from './operation.ts'

/** Answers 405 to a method that an address does not know, and says which it does. Called when every route is there. */
export function refuseOtherMethods(app: Routes): void {
  const methods = new Map<string, string[]>()
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { path, method } = definition.route
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()])
  }
  for (const [path, allowed] of methods) {
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), () => {
      throw new MethodNotAllowed(allowed)
    })
  }
}
