import { type App, Stack, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag'
import { beforeAll, expect, test } from 'vitest'
import { synthesise } from '../support/cloud.ts'

let app: App

beforeAll(async () => {
  // Throws where a template breaks one of CloudFormation's own schemas or rules.
  app = (await synthesise({ checked: true })).app
})

test.each([
  ['AWS Solutions', AwsSolutionsChecks],
  ['NIST SP 800-53, revision 5', NIST80053R5Checks],
])('no stack has a finding of %s that is not accepted', (_, Pack) => {
  const { violations } = new Pack(app).validateScope(app)
  const findings = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map((resource) => `${ruleName} at ${resource.constructPath ?? resource.resourceLogicalId}`),
  )
  expect(findings).toEqual([])
})

test('a finding is accepted on one construct, for a reason of a sentence', () => {
  const accepted = acceptedFindings(app)
  expect(accepted.length).toBeGreaterThan(0)
  for (const { at, isStack, id, reason } of accepted) {
    expect(isStack, `${id} is accepted for all of ${at}`).toBe(false)
    expect(reason, `${id} at ${at}`).toMatch(/^[A-Z][^.]{40,}\.$/)
  }
})

function acceptedFindings(root: App) {
  return root.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({
        at: construct.node.path,
        isStack: construct === root || Stack.isStack(construct),
        id,
        reason: String(reason),
      })),
  )
}
