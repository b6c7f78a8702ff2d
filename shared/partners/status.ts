import { checkTransition, type Transitions } from '../core/transition.ts'
import type { Partner } from './schema.ts'

const partnerTransitions: Transitions<Partner['status']> = { active: ['inactive'], inactive: ['active'] }

/**
 * The partner in its other status, `version` advanced by one. Pure: nothing is stored.
 * @throws InvalidTransition when it has that status already.
 */
export function movePartner(partner: Partner, status: Partner['status']): Partner {
  checkTransition(partnerTransitions, partner.status, status)
  return { ...partner, status, version: partner.version + 1 }
}
