import type { Cloud, Resource } from './cloud.ts'

/**
 * Finds who answers a request, as API Gateway does: the most specific resource wins, a literal before a parameter
 * before a greedy proxy, and its method by name before `ANY`.
 * @returns the function's resource id, or undefined where the gateway would refuse by itself.
 */
export function gateway(cloud: Cloud): (method: string, path: string) => string | undefined {
  const resources = cloud.ofType('AWS::ApiGateway::Resource')
  const methods = cloud.ofType('AWS::ApiGateway::Method')
  const root = `${cloud.ofType('AWS::ApiGateway::RestApi')[0]?.id}.RootResourceId`

  return function answering(method, path) {
    const at = descend(root, path.split('/').filter(Boolean))
    const offered = methods.filter(({ properties }) => properties.ResourceId === at)
    const chosen = [method, 'ANY'].flatMap((name) => offered.filter(({ properties }) => properties.HttpMethod === name))
    const uri: string | undefined = chosen[0]?.properties.Integration.Uri
    return uri === undefined ? undefined : /functions\/(.+)\.Arn\/invocations$/.exec(uri)?.[1]
  }

  function descend(parent: string, [segment, ...rest]: readonly string[]): string | undefined {
    if (segment === undefined) return parent
    const below = resources.filter(({ properties }) => properties.ParentId === parent)
    const part = ({ properties }: Resource): string => properties.PathPart
    const literal = below.find((resource) => part(resource) === segment)
    // A literal that leads nowhere is not come back from: the gateway answers that there is no such thing.
    if (literal) return descend(literal.id, rest)
    const parameter = below.find((resource) => /^\{[^+]+\}$/.test(part(resource)))
    if (parameter) return descend(parameter.id, rest)
    return below.find((resource) => part(resource).endsWith('+}'))?.id
  }
}
