import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { Stage } from 'aws-cdk-lib/aws-apigateway'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { viewerHeader } from '../functions/api/limits/address.ts'
import { proofHeader } from './origin-proof.ts'
import { prefix } from './place.ts'

/** Requests in five minutes from one address; a centre's whole staff may share one. */
const mostFromOneAddress = 6_000

/**
 * Rules of the AWS core set that only count: bodies are notes in people's own words, up to 256 KB, which the API checks
 * against its schemas and never interprets, so a note about "../" or "<b>" must not be refused.
 */
const counted = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY']

export interface FirewallProps {
  readonly stage: Stage
  readonly key: IKey
  /** What the distribution shows. */
  readonly proof: string
}

/**
 * What stands before the API: whoever comes round the distribution, known attacks and floods are turned away before a
 * function runs.
 */
export class Firewall extends Construct {
  readonly name = `${prefix}-api`

  constructor(scope: Construct, id: string, { stage, key, proof }: FirewallProps) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Acl', {
      name: this.name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: measured(this.name),
      rules: [
        throughDistribution(0, proof),
        managed(1, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(2, 'AWSManagedRulesCommonRuleSet', counted),
        {
          name: 'flood',
          priority: 3,
          action: { block: {} },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'FORWARDED_IP',
              forwardedIpConfig: { headerName: viewerHeader, fallbackBehavior: 'MATCH' },
              limit: mostFromOneAddress,
            },
          },
          visibilityConfig: measured('flood'),
        },
      ],
    })
    new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: stage.stageArn })
    this.#log(acl, key)
  }

  /** Only what was blocked, without what would tell whose request or record it was. */
  #log(acl: CfnWebACL, key: IKey): void {
    const group = new LogGroup(this, 'Log', {
      // The prefix is what lets the firewall write there.
      logGroupName: `aws-waf-logs-${prefix}`,
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        Stack.of(this).formatArn({ service: 'logs', resource: `log-group:${group.logGroupName}` }),
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] },
        ],
      },
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { singleHeader: { Name: proofHeader } },
        { uriPath: {} },
        { queryString: {} },
      ],
    })
  }
}

/** Round the distribution, a caller could claim any address; only through it is the address what the edge saw. */
function throughDistribution(priority: number, proof: string): CfnWebACL.RuleProperty {
  const shown = {
    fieldToMatch: { singleHeader: { Name: proofHeader } },
    positionalConstraint: 'EXACTLY',
    searchString: proof,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  }
  return {
    name: 'round-distribution',
    priority,
    action: { block: {} },
    statement: { notStatement: { statement: { byteMatchStatement: shown } } },
    visibilityConfig: measured('round-distribution'),
  }
}

function managed(priority: number, name: string, countedRules: readonly string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countedRules.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: measured(name),
  }
}

/** Counts only: samples would keep whole requests. */
function measured(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName }
}
