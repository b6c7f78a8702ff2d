import { commons } from '../shared/db/kind.ts'
import type { TableName } from '../shared/db/tables.ts'
import { indexArns, tableArn } from './place.ts'
import { allow, type PolicyDocument, partitionsLike } from './statement.ts'

/** The tag that makes a session of the role one centre's. */
export const tenantTag = 'tenant'

// The delimiter after the tag keeps `ab` out of what is `abc`'s.
const own = `T#\${aws:PrincipalTag/${tenantTag}}#*`
const shared = `T#${commons}#*`
const places = `T#${commons}#PLACES#*`

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem']

/**
 * What a session of one centre may do with data: read and write what is its own, read the commons of the catalogue and
 * write there only the counts of places taken, read its own figures, add to its own audit log and read it. No update,
 * no scan, no PartiQL; nothing in the audit log is ever changed or removed.
 *
 * A transaction needs the permissions of its parts. Whether IAM is asked of each part, or of all parts of a kind and
 * their keys together, is nowhere said: what one transaction may mix is in one statement, so that it holds either way.
 * Without the tag the keys' pattern stands for nothing.
 * @param account its number, or CloudFormation's stand-in for it.
 */
export function tenantPolicy(account: string): PolicyDocument {
  const items = (...names: TableName[]) => names.map((name) => tableArn(account, name))
  const queried = (...names: TableName[]) =>
    names.flatMap((name) => [tableArn(account, name), ...indexArns(account, name)])
  return {
    Version: '2012-10-17',
    Statement: [
      allow('ReadOwn', reading, items('care', 'platform'), partitionsLike(own)),
      allow('ReadOwnOrCommons', reading, items('catalogue'), partitionsLike(own, shared)),
      allow('WriteOwn', ['dynamodb:PutItem'], items('care', 'platform'), partitionsLike(own)),
      allow('WriteOwnAndCountPlaces', ['dynamodb:PutItem'], items('catalogue'), partitionsLike(own, places)),
      allow('RemoveOwn', ['dynamodb:DeleteItem'], items('care', 'catalogue'), partitionsLike(own)),
      allow('ReadOwnFigures', ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], items('insights'), partitionsLike(own)),
      allow('AddToOwnTrail', ['dynamodb:PutItem'], items('audit'), partitionsLike(own)),
      allow(
        'QueryOwn',
        ['dynamodb:Query'],
        queried('care', 'catalogue', 'platform', 'insights', 'audit'),
        partitionsLike(own),
      ),
      allow('QueryCommons', ['dynamodb:Query'], queried('catalogue'), partitionsLike(shared)),
    ],
  }
}
