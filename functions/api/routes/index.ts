import type { Routes } from '../operation.ts'
import { activityRoutes } from './activities.ts'
import { attendanceRoutes } from './attendances.ts'
import { auditRoutes } from './audit.ts'
import { centreRoutes } from './centre.ts'
import { clientRoutes } from './clients.ts'
import { consentRoutes } from './consents.ts'
import { contactRoutes } from './contacts.ts'
import { directiveRoutes } from './directives.ts'
import { extractRoutes } from './extracts.ts'
import { goalRoutes } from './goals.ts'
import { incidentRoutes } from './incidents.ts'
import { insightRoutes } from './insights.ts'
import { keyRoutes } from './keys.ts'
import { messageRoutes } from './messages.ts'
import { outcomeRoutes } from './outcomes.ts'
import { partnerActivityRoutes } from './partner-activities.ts'
import { partnerInboxRoutes } from './partner-inbox.ts'
import { partnerRoutes } from './partners.ts'
import { prescriptionRoutes } from './prescriptions.ts'
import { recordRoutes } from './records.ts'
import { referralRoutes } from './referrals.ts'
import { retentionRoutes } from './retention.ts'
import { shortlistRoutes } from './shortlists.ts'
import { signpostRoutes } from './signposts.ts'
import { staffRoutes } from './staff.ts'
import { taskRoutes } from './tasks.ts'

const nouns = [
  activityRoutes,
  attendanceRoutes,
  auditRoutes,
  centreRoutes,
  clientRoutes,
  consentRoutes,
  contactRoutes,
  directiveRoutes,
  extractRoutes,
  goalRoutes,
  incidentRoutes,
  insightRoutes,
  keyRoutes,
  messageRoutes,
  outcomeRoutes,
  partnerActivityRoutes,
  partnerInboxRoutes,
  partnerRoutes,
  prescriptionRoutes,
  recordRoutes,
  referralRoutes,
  retentionRoutes,
  shortlistRoutes,
  signpostRoutes,
  staffRoutes,
  taskRoutes,
] as const

/** Every operation under `/v1`. */
export function mount(routes: Routes): Routes {
  for (const add of nouns) add(routes)
  return routes
}
