// Written by `npm run openapi` from the operations of the API: change those instead.

import type { Operation } from './operation.ts'

export type PrescriptionAnswer =
  | {
      answer: 'accept'
    }
  | {
      answer: 'reject'
      reason: {
        code: 'no-capacity' | 'not-eligible' | 'out-of-area' | 'unsuitable' | 'unsafe' | 'duplicate' | 'other'
        words?: string
      }
    }
  | {
      answer: 'waitlist'
    }

export interface Operations {
  createActivity: {
    body: ActivityInput
    answer: Activity
  }
  listActivities: {
    query?: {
      text?: string
      category?:
        | 'social-group'
        | 'arts-culture'
        | 'nature-garden'
        | 'physical-activity'
        | 'food'
        | 'income-legal-housing'
        | 'learning-employment'
        | 'caregiving-parenting'
        | 'bereavement-peer-support'
        | 'volunteering'
        | 'cultural'
        | 'digital-inclusion'
        | 'other'
      language?: string
      day?: 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su'
      maxCost?: number | null
      free?: 'true' | 'false'
      near?: string
      within?: number
      freePlaces?: 'true' | 'false'
      volunteer?: 'true' | 'false'
      interest?: string
      accessibility?:
        'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
      leader?: 'me' | string
      status?: 'active' | 'closed'
      limit?: number
      cursor?: string
    }
    answer: {
      items: Activity[]
      nextCursor?: string
    }
  }
  getActivity: {
    params: {
      activity: string
    }
    answer: Activity
  }
  updateActivity: {
    params: {
      activity: string
    }
    body: {
      partner?: string | null
      name?: {
        en: string
        fr: string
      }
      description?: {
        en: string
        fr: string
      }
      category?:
        | 'social-group'
        | 'arts-culture'
        | 'nature-garden'
        | 'physical-activity'
        | 'food'
        | 'income-legal-housing'
        | 'learning-employment'
        | 'caregiving-parenting'
        | 'bereavement-peer-support'
        | 'volunteering'
        | 'cultural'
        | 'digital-inclusion'
        | 'other'
      tags?: string[]
      languages?: string[]
      schedule?: {
        start: string
        durationMinutes: number
        zone: string
        rrule?: string
        except?: string[]
      } | null
      location?:
        | {
            kind: 'place'
            name: {
              en: string
              fr: string
            }
            address?: string
            town: string
            position?: {
              latitude: number
              longitude: number
            }
          }
        | {
            kind: 'virtual'
            url?: string
          }
        | {
            kind: 'home'
          }
      cost?:
        | {
            kind: 'free'
          }
        | {
            kind: 'by-donation'
          }
        | {
            kind: 'fee'
            cents: number
            waivable: boolean
          }
      eligibility?: {
        en: string
        fr: string
      } | null
      accessibility?: (
        'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
      )[]
      barriersAnswered?: (
        | 'cost'
        | 'transport'
        | 'child-care'
        | 'companion'
        | 'interpreter'
        | 'mobility'
        | 'hearing-vision'
        | 'internet'
        | 'timing'
        | 'cultural-safety'
        | 'anxiety'
        | 'other'
      )[]
      capacity?: number | null
      admission?: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required'
      contact?: {
        name?: string
        phone?: string
        email?: string
      }
      volunteerRoles?: {
        en: string
        fr: string
      }[]
      leaders?: string[]
      visibility?:
        | {
            kind: 'centre'
          }
        | {
            kind: 'shared'
            centres: string[]
          }
        | {
            kind: 'provincial'
          }
    }
    ifMatch: number
    answer: Activity
  }
  closeActivity: {
    params: {
      activity: string
    }
    ifMatch: number
    answer: Activity
  }
  verifyActivity: {
    params: {
      activity: string
    }
    ifMatch: number
    answer: Activity
  }
  listOccurrences: {
    params: {
      activity: string
    }
    query?: {
      from: string
      to: string
    }
    answer: {
      items: {
        start: string
        end: string
        date: string
      }[]
      more: boolean
    }
  }
  getActivityTimeline: {
    params: {
      activity: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  matchActivities: {
    params: {
      client: string
    }
    body: {
      limit?: number
      language?: string
      withinKm?: number
      day?: 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su'
    }
    answer: {
      items: Match[]
    }
  }
  recordAttendances: {
    params: {
      activity: string
      date: string
    }
    body: TickList
    answer: {
      items: Attendance[]
    }
  }
  listAttendances: {
    params: {
      activity: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Attendance[]
      nextCursor?: string
    }
  }
  readRoster: {
    params: {
      activity: string
    }
    query?: {
      date?: string
    }
    answer: {
      items: RosterEntry[]
    }
  }
  listAudit: {
    query?: {
      client?: string
      actor?: string
      day?: string
      limit?: number
      cursor?: string
    }
    answer: {
      items: AuditEntry[]
      nextCursor?: string
    }
  }
  countYear: {
    query?: {
      year?: number
    }
    answer: YearlyCount
  }
  getCentre: {
    answer: Centre
  }
  updateSettings: {
    body: {
      firstContactDays?: number
      partnerAnswerDays?: number
      measures?: string[]
      retentionYears?: number
      privacyOfficer?: string | null
      texts?: {
        consentToShare?: {
          en: string
          fr: string
        } | null
        consentToMessages?: {
          en: string
          fr: string
        } | null
        consentToEvaluation?: {
          en: string
          fr: string
        } | null
        printHeader?: {
          en: string
          fr: string
        } | null
        printNavigator?: {
          en: string
          fr: string
        } | null
        whatNext?: {
          en: string
          fr: string
        } | null
      }
    }
    ifMatch: number
    answer: Centre
  }
  beginOffboarding: {
    body: {
      confirm: string
    }
    answer: Offboarding
  }
  readOffboarding: {
    answer: Offboarding
  }
  createClient: {
    body: ClientInput
    answer: Client
  }
  searchClients: {
    query?: {
      limit?: number
      cursor?: string
    }
    body: {
      text?: string
      birthDate?: string
      chartNumber?: string
    }
    answer: {
      items: SearchHit[]
      nextCursor?: string
    }
  }
  getClient: {
    params: {
      client: string
    }
    answer: Client
  }
  updateClient: {
    params: {
      client: string
    }
    body: {
      names?: {
        given: string
        family: string
        preferred?: string
        other?: string[]
      }
      pronouns?: string | null
      birthDate?: string | null
      chartNumber?: string | null
      locale?: 'en' | 'fr'
      languages?: string[]
      needsInterpreter?: boolean
      contactPoints?: {
        system: 'phone' | 'email'
        value: string
        use?: 'home' | 'mobile' | 'work' | 'somebody-else'
        preferred: boolean
        safe: {
          voicemail: boolean
          text: boolean
          note?: string
        }
      }[]
      safeContact?: boolean
      doNotContact?: boolean
      town?: string | null
      position?: {
        latitude: number
        longitude: number
      } | null
      interests?: string[]
      talents?: string[]
      barriers?: {
        code:
          | 'cost'
          | 'transport'
          | 'child-care'
          | 'companion'
          | 'interpreter'
          | 'mobility'
          | 'hearing-vision'
          | 'internet'
          | 'timing'
          | 'cultural-safety'
          | 'anxiety'
          | 'other'
        words?: string
      }[]
      equity?: {
        bornInCanada?: 'yes' | 'no' | 'dont-know' | 'prefer-not-to-say'
        indigenousIdentity?: 'first-nations' | 'inuit' | 'metis' | 'no' | 'dont-know' | 'prefer-not-to-say'
        racialIdentity?: string[]
        gender?: string
        sexualOrientation?: string
        disability?: string[]
        householdIncome?:
          | 'under-15000'
          | '15000-29999'
          | '30000-59999'
          | '60000-89999'
          | '90000-or-more'
          | 'dont-know'
          | 'prefer-not-to-say'
        peopleSupported?: number | ('dont-know' | 'prefer-not-to-say')
        livesAlone?: 'yes' | 'no' | 'prefer-not-to-say'
      }
      reason?: string
    }
    ifMatch: number
    answer: Client
  }
  mergeClients: {
    params: {
      client: string
    }
    body: {
      from: string
    }
    ifMatch: number
    answer: Client
  }
  getClientTimeline: {
    params: {
      client: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  giveConsent: {
    params: {
      client: string
    }
    body: ConsentInput
    answer: Consent
  }
  listConsents: {
    params: {
      client: string
    }
    answer: {
      items: Consent[]
    }
  }
  getConsent: {
    params: {
      consent: string
    }
    answer: Consent
  }
  getConsentTimeline: {
    params: {
      consent: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  withdrawConsent: {
    params: {
      consent: string
    }
    ifMatch: number
    answer: Consent
  }
  logContact: {
    params: {
      referral: string
    }
    body: ContactInput
    answer: Contact
  }
  listContacts: {
    params: {
      referral: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Contact[]
      nextCursor?: string
    }
  }
  getContact: {
    params: {
      contact: string
    }
    answer: Contact
  }
  retractContact: {
    params: {
      contact: string
    }
    ifMatch: number
    answer: Contact
  }
  getContactTimeline: {
    params: {
      contact: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  setDirective: {
    params: {
      client: string
    }
    body: DirectiveInput
    answer: Directive
  }
  listDirectives: {
    params: {
      client: string
    }
    answer: {
      items: Directive[]
    }
  }
  getDirective: {
    params: {
      directive: string
    }
    answer: Directive
  }
  getDirectiveTimeline: {
    params: {
      directive: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  liftDirective: {
    params: {
      directive: string
    }
    ifMatch: number
    answer: Directive
  }
  breakGlass: {
    body: {
      client: string
      reason: string
    }
    answer: BreakGlass
  }
  saveExtractDefinition: {
    body: ExtractDefinitionInput
    answer: ExtractDefinition
  }
  listExtractDefinitions: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: ExtractDefinition[]
      nextCursor?: string
    }
  }
  getExtractDefinition: {
    params: {
      extractDefinition: string
    }
    answer: ExtractDefinition
  }
  updateExtractDefinition: {
    params: {
      extractDefinition: string
    }
    body: {
      name?: string
      figures?: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
      audience?: 'outside' | 'inside'
      period?:
        | {
            kind: 'preset'
            preset: '12-months' | 'quarter' | 'year' | 'fiscal' | 'last-fiscal'
          }
        | {
            from: string
            to: string
            kind: 'months'
          }
    }
    ifMatch: number
    answer: ExtractDefinition
  }
  removeExtractDefinition: {
    params: {
      extractDefinition: string
    }
    ifMatch: number
    answer: ExtractDefinition
  }
  takeExtract: {
    body: TakeInput
    answer: Extract
  }
  listExtracts: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: ExtractHead[]
      nextCursor?: string
    }
  }
  getExtract: {
    params: {
      extract: string
    }
    answer: Extract
  }
  getExtractDictionary: {
    params: {
      extract: string
    }
    answer: ExtractDictionary
  }
  setGoal: {
    params: {
      referral: string
    }
    body: GoalInput
    answer: Goal
  }
  listGoals: {
    params: {
      referral: string
    }
    answer: {
      items: Goal[]
      tScore: number | null
    }
  }
  getGoal: {
    params: {
      goal: string
    }
    answer: Goal
  }
  updateGoal: {
    params: {
      goal: string
    }
    body: {
      words?: string
      weight?: number
      reason?: string
    }
    ifMatch: number
    answer: Goal
  }
  reviewGoal: {
    params: {
      goal: string
    }
    body: {
      level: -2 | -1 | 0 | 1 | 2
      note?: string
    }
    ifMatch: number
    answer: Goal
  }
  retractGoal: {
    params: {
      goal: string
    }
    ifMatch: number
    answer: Goal
  }
  getGoalTimeline: {
    params: {
      goal: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  recordIncident: {
    body: IncidentInput
    answer: Incident
  }
  listIncidents: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Incident[]
      nextCursor?: string
    }
  }
  getIncident: {
    params: {
      incident: string
    }
    answer: Incident
  }
  updateIncident: {
    params: {
      incident: string
    }
    body: {
      kind?: 'theft' | 'loss' | 'unauthorised-use' | 'unauthorised-disclosure' | 'other'
      what?: string
      period?: {
        from: string
        to: string
      }
      discoveredOn?: string
      actors?: string[]
      notified?: {
        clients?: string
        commissioner?: string
      }
    }
    ifMatch: number
    answer: Incident
  }
  listAffected: {
    params: {
      incident: string
    }
    query?: {
      actor?: string
      from?: string
      to?: string
    }
    answer: {
      items: Affected[]
    }
  }
  readInsights: {
    query?: {
      from?: string
      to?: string
    }
    answer: Insights
  }
  readFigures: {
    query?: {
      from?: string
      to?: string
      figures?: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
      audience?: 'outside' | 'inside'
    }
    answer: Figures
  }
  createKey: {
    params: {
      partner: string
    }
    body: KeyInput
    answer: IssuedKey
  }
  listKeys: {
    params: {
      partner: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Key[]
      nextCursor?: string
    }
  }
  getKey: {
    params: {
      key: string
    }
    answer: Key
  }
  rotateKey: {
    params: {
      key: string
    }
    body: {
      overlapHours?: number
    }
    ifMatch: number
    answer: IssuedKey
  }
  revokeKey: {
    params: {
      key: string
    }
    ifMatch: number
    answer: Key
  }
  listReferralMessages: {
    params: {
      referral: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Message[]
      nextCursor?: string
    }
  }
  listMessages: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Message[]
      nextCursor?: string
    }
  }
  listInstruments: {
    query?: {
      all?: 'true' | 'false'
    }
    answer: {
      items: Instrument[]
    }
  }
  recordOutcome: {
    params: {
      referral: string
    }
    body: OutcomeInput
    answer: RecordedOutcome
  }
  listOutcomes: {
    params: {
      referral: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Outcome[]
      nextCursor?: string
    }
  }
  compareOutcomes: {
    params: {
      referral: string
    }
    answer: {
      items: Comparison[]
    }
  }
  listFollowUps: {
    params: {
      referral: string
    }
    answer: {
      items: FollowUp[]
    }
  }
  listOutcomesOfClient: {
    params: {
      client: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Outcome[]
      nextCursor?: string
    }
  }
  getOutcome: {
    params: {
      outcome: string
    }
    answer: Outcome
  }
  getOutcomeTimeline: {
    params: {
      outcome: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  retractOutcome: {
    params: {
      outcome: string
    }
    body: {
      words: string
    }
    ifMatch: number
    answer: Outcome
  }
  listListings: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Activity[]
      nextCursor?: string
    }
  }
  createListing: {
    body: ListingInput
    answer: Activity
  }
  getListing: {
    params: {
      activity: string
    }
    answer: Activity
  }
  updateListing: {
    params: {
      activity: string
    }
    body: {
      name?: {
        en: string
        fr: string
      }
      description?: {
        en: string
        fr: string
      }
      category?:
        | 'social-group'
        | 'arts-culture'
        | 'nature-garden'
        | 'physical-activity'
        | 'food'
        | 'income-legal-housing'
        | 'learning-employment'
        | 'caregiving-parenting'
        | 'bereavement-peer-support'
        | 'volunteering'
        | 'cultural'
        | 'digital-inclusion'
        | 'other'
      tags?: string[]
      languages?: string[]
      schedule?: {
        start: string
        durationMinutes: number
        zone: string
        rrule?: string
        except?: string[]
      } | null
      location?:
        | {
            kind: 'place'
            name: {
              en: string
              fr: string
            }
            address?: string
            town: string
            position?: {
              latitude: number
              longitude: number
            }
          }
        | {
            kind: 'virtual'
            url?: string
          }
        | {
            kind: 'home'
          }
      cost?:
        | {
            kind: 'free'
          }
        | {
            kind: 'by-donation'
          }
        | {
            kind: 'fee'
            cents: number
            waivable: boolean
          }
      eligibility?: {
        en: string
        fr: string
      } | null
      accessibility?: (
        'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
      )[]
      barriersAnswered?: (
        | 'cost'
        | 'transport'
        | 'child-care'
        | 'companion'
        | 'interpreter'
        | 'mobility'
        | 'hearing-vision'
        | 'internet'
        | 'timing'
        | 'cultural-safety'
        | 'anxiety'
        | 'other'
      )[]
      capacity?: number | null
      admission?: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required'
      contact?: {
        name?: string
        phone?: string
        email?: string
      }
      volunteerRoles?: {
        en: string
        fr: string
      }[]
    }
    ifMatch: number
    answer: Activity
  }
  listInbox: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: InboxPrescription[]
      nextCursor?: string
    }
  }
  readInbox: {
    params: {
      prescription: string
    }
    answer: InboxPrescription
  }
  answerInbox: {
    params: {
      prescription: string
    }
    body:
      | {
          answer: 'accept'
        }
      | {
          answer: 'reject'
          reason: {
            code: 'no-capacity' | 'not-eligible' | 'out-of-area' | 'unsuitable' | 'unsafe' | 'duplicate' | 'other'
            words?: string
          }
        }
      | {
          answer: 'waitlist'
        }
    ifMatch: number
    answer: InboxPrescription
  }
  recordPartnerAttendances: {
    params: {
      activity: string
      date: string
    }
    body: TickList
    answer: {
      items: PartnerAttendance[]
    }
  }
  createPartner: {
    body: PartnerInput
    answer: Partner
  }
  listPartners: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Partner[]
      nextCursor?: string
    }
  }
  getPartner: {
    params: {
      partner: string
    }
    answer: Partner
  }
  updatePartner: {
    params: {
      partner: string
    }
    body: {
      name?: {
        en: string
        fr: string
      }
      description?: {
        en: string
        fr: string
      } | null
      email?: string | null
      phone?: string | null
      url?: string | null
      languages?: string[]
    }
    ifMatch: number
    answer: Partner
  }
  deactivatePartner: {
    params: {
      partner: string
    }
    ifMatch: number
    answer: Partner
  }
  activatePartner: {
    params: {
      partner: string
    }
    ifMatch: number
    answer: Partner
  }
  getPartnerTimeline: {
    params: {
      partner: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  proposePrescription: {
    params: {
      referral: string
    }
    body: PrescriptionInput
    answer: Prescription
  }
  listPrescriptions: {
    params: {
      referral: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Prescription[]
      nextCursor?: string
    }
  }
  getPrescription: {
    params: {
      prescription: string
    }
    answer: Prescription
  }
  updatePrescription: {
    params: {
      prescription: string
    }
    body: PrescriptionUpdate
    ifMatch: number
    answer: Prescription
  }
  getPrescriptionTimeline: {
    params: {
      prescription: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  requestPrescription: {
    params: {
      prescription: string
    }
    body: {
      waitlist?: boolean
    }
    ifMatch: number
    answer: Prescription
  }
  answerPrescription: {
    params: {
      prescription: string
    }
    body: PrescriptionAnswer
    ifMatch: number
    answer: Prescription
  }
  startPrescription: {
    params: {
      prescription: string
    }
    ifMatch: number
    answer: Prescription
  }
  takeBackPrescription: {
    params: {
      prescription: string
    }
    ifMatch: number
    answer: Prescription
  }
  retractPrescription: {
    params: {
      prescription: string
    }
    body: {
      words: string
    }
    ifMatch: number
    answer: Prescription
  }
  cancelPrescription: {
    params: {
      prescription: string
    }
    body: {
      reason: {
        code: 'client-declined' | 'client-withdrew' | 'needs-changed' | 'referrer-withdrew' | 'duplicate' | 'other'
        words?: string
      }
    }
    ifMatch: number
    answer: Prescription
  }
  failPrescription: {
    params: {
      prescription: string
    }
    body: {
      reason: {
        code:
          'unable-to-reach' | 'did-not-attend' | 'moved' | 'died' | 'too-ill' | 'barrier' | 'service-ended' | 'other'
        words?: string
      }
    }
    ifMatch: number
    answer: Prescription
  }
  completePrescription: {
    params: {
      prescription: string
    }
    body: {
      reason: {
        code: 'goals-met' | 'goals-partly-met' | 'goals-not-met' | 'signposted'
        words?: string
      }
    }
    ifMatch: number
    answer: Prescription
  }
  getAccessReport: {
    params: {
      client: string
    }
    query?: {
      locale?: 'en' | 'fr'
      from?: string
      to?: string
    }
    answer: AccessReport
  }
  getClientRecord: {
    params: {
      client: string
    }
    query?: {
      locale?: 'en' | 'fr'
      accesses?: 'true' | 'false'
    }
    answer: ClientRecord
  }
  listCorrections: {
    params: {
      client: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Correction[]
      nextCursor?: string
    }
  }
  attachStatement: {
    params: {
      client: string
    }
    body: StatementInput
    answer: Statement
  }
  listStatements: {
    params: {
      client: string
    }
    answer: {
      items: Statement[]
    }
  }
  getStatement: {
    params: {
      statement: string
    }
    answer: Statement
  }
  requestReferral: {
    body: ReferralInput
    answer: Referral
  }
  listReferrals: {
    query?: {
      client?: string
      prescriber?: string
      status?:
        | 'requested'
        | 'accepted'
        | 'in-progress'
        | 'on-hold'
        | 'completed'
        | 'rejected'
        | 'cancelled'
        | 'failed'
        | 'entered-in-error'
      limit?: number
      cursor?: string
    }
    answer: {
      items: ReferralRow[]
      nextCursor?: string
    }
  }
  referNewClient: {
    body: ReferralWithClientInput
    answer: Referral
  }
  getReferral: {
    params: {
      referral: string
    }
    answer: Referral
  }
  getReferralTimeline: {
    params: {
      referral: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  acceptReferral: {
    params: {
      referral: string
    }
    ifMatch: number
    answer: Referral
  }
  assignReferral: {
    params: {
      referral: string
    }
    body: {
      navigator: string
    }
    ifMatch: number
    answer: Referral
  }
  startReferral: {
    params: {
      referral: string
    }
    ifMatch: number
    answer: Referral
  }
  holdReferral: {
    params: {
      referral: string
    }
    body: {
      reason: {
        code: 'waitlisted' | 'client-paused' | 'away' | 'other'
        words?: string
      }
      nextActionOn: string
    }
    ifMatch: number
    answer: Referral
  }
  resumeReferral: {
    params: {
      referral: string
    }
    ifMatch: number
    answer: Referral
  }
  takeBackReferral: {
    params: {
      referral: string
    }
    ifMatch: number
    answer: Referral
  }
  retractReferral: {
    params: {
      referral: string
    }
    body: {
      words: string
    }
    ifMatch: number
    answer: Referral
  }
  rejectReferral: {
    params: {
      referral: string
    }
    body: {
      reason: {
        code: 'no-capacity' | 'not-eligible' | 'out-of-area' | 'unsuitable' | 'unsafe' | 'duplicate' | 'other'
        words?: string
      }
    }
    ifMatch: number
    answer: Referral
  }
  cancelReferral: {
    params: {
      referral: string
    }
    body: {
      reason: {
        code: 'client-declined' | 'client-withdrew' | 'needs-changed' | 'referrer-withdrew' | 'duplicate' | 'other'
        words?: string
      }
    }
    ifMatch: number
    answer: Referral
  }
  failReferral: {
    params: {
      referral: string
    }
    body: {
      reason: {
        code:
          'unable-to-reach' | 'did-not-attend' | 'moved' | 'died' | 'too-ill' | 'barrier' | 'service-ended' | 'other'
        words?: string
      }
    }
    ifMatch: number
    answer: Referral
  }
  completeReferral: {
    params: {
      referral: string
    }
    body: {
      reason: {
        code: 'goals-met' | 'goals-partly-met' | 'goals-not-met' | 'signposted'
        words?: string
      }
    }
    ifMatch: number
    answer: Referral
  }
  listRetentionDue: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: RetentionDue[]
      nextCursor?: string
    }
  }
  setHold: {
    params: {
      client: string
    }
    body: {
      reason: string
    }
    answer: Hold
  }
  listHolds: {
    params: {
      client: string
    }
    answer: {
      items: Hold[]
    }
  }
  getHold: {
    params: {
      hold: string
    }
    answer: Hold
  }
  liftHold: {
    params: {
      hold: string
    }
    body: {
      reason: string
    }
    ifMatch: number
    answer: Hold
  }
  disposeClient: {
    params: {
      client: string
    }
    body: {
      reason: 'retention-ended' | 'created-in-error'
    }
    answer: Disposal
  }
  listDisposals: {
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Disposal[]
      nextCursor?: string
    }
  }
  getDisposal: {
    params: {
      disposal: string
    }
    answer: Disposal
  }
  sendShortlist: {
    params: {
      client: string
    }
    body: ShortlistInput
    answer: Shortlist
  }
  listShortlists: {
    params: {
      client: string
    }
    answer: {
      items: Shortlist[]
    }
  }
  getShortlist: {
    params: {
      shortlist: string
    }
    answer: Shortlist
  }
  recordSignpost: {
    body: SignpostInput
    answer: Signpost
  }
  listSignposts: {
    query?: {
      from?: string
      limit?: number
      cursor?: string
    }
    answer: {
      items: Signpost[]
      nextCursor?: string
    }
  }
  listClientSignposts: {
    params: {
      client: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Signpost[]
      nextCursor?: string
    }
  }
  getSignpost: {
    params: {
      signpost: string
    }
    answer: Signpost
  }
  retractSignpost: {
    params: {
      signpost: string
    }
    ifMatch: number
    answer: Signpost
  }
  getMe: {
    answer: Me
  }
  updateMe: {
    body: {
      locale?: 'en' | 'fr'
      preferences?: {
        shortcuts: boolean
      }
    }
    answer: Me
  }
  listStaff: {
    query?: {
      status?: 'invited' | 'active' | 'deactivated'
      limit?: number
      cursor?: string
    }
    answer: {
      items: Colleague[]
      nextCursor?: string
    }
  }
  inviteColleague: {
    body: InviteInput
    answer: Member
  }
  getStaff: {
    params: {
      staff: string
    }
    answer: Member
  }
  updateStaff: {
    params: {
      staff: string
    }
    body: {
      name?: string
      roles?: ('prescriber' | 'navigator' | 'evaluator' | 'champion' | 'centre-admin')[]
      locale?: 'en' | 'fr'
    }
    ifMatch: number
    answer: Member
  }
  deactivateStaff: {
    params: {
      staff: string
    }
    ifMatch: number
    answer: Member
  }
  reactivateStaff: {
    params: {
      staff: string
    }
    ifMatch: number
    answer: Member
  }
  listTasks: {
    query?: {
      assignee?: ('me' | 'unassigned') | string
      limit?: number
      cursor?: string
    }
    answer: {
      items: Task[]
      nextCursor?: string
    }
  }
  summarizeTasks: {
    answer: TaskSummary
  }
  listNavigators: {
    answer: {
      items: Navigator[]
    }
  }
  getHandOff: {
    params: {
      handOff: string
    }
    answer: HandOff
  }
  completeHandOff: {
    params: {
      handOff: string
    }
    body: {
      note?: string
    }
    ifMatch: number
    answer: HandOff
  }
  takeBackHandOff: {
    params: {
      handOff: string
    }
    ifMatch: number
    answer: HandOff
  }
  getHandOffTimeline: {
    params: {
      handOff: string
    }
    query?: {
      limit?: number
      cursor?: string
    }
    answer: {
      items: Event[]
      nextCursor?: string
    }
  }
  readNetworkInsights: {
    query?: {
      from?: string
      to?: string
    }
    answer: NetworkInsights
  }
  listCentres: {
    answer: {
      items: RegisteredCentre[]
    }
  }
  onboardCentre: {
    body: OnboardInput
    answer: Onboarded
  }
  getRegisteredCentre: {
    params: {
      centre: string
    }
    answer: RegisteredCentre
  }
  suspendCentre: {
    params: {
      centre: string
    }
    body: {
      reason: string
    }
    answer: Standing
  }
  resumeCentre: {
    params: {
      centre: string
    }
    answer: Standing
  }
  readCertificate: {
    params: {
      centre: string
    }
    answer: Offboarding
  }
}
export interface ActivityInput {
  partner?: string
  name: {
    en: string
    fr: string
  }
  description: {
    en: string
    fr: string
  }
  category:
    | 'social-group'
    | 'arts-culture'
    | 'nature-garden'
    | 'physical-activity'
    | 'food'
    | 'income-legal-housing'
    | 'learning-employment'
    | 'caregiving-parenting'
    | 'bereavement-peer-support'
    | 'volunteering'
    | 'cultural'
    | 'digital-inclusion'
    | 'other'
  tags?: string[]
  languages: string[]
  schedule?: {
    start: string
    durationMinutes: number
    zone: string
    rrule?: string
    except?: string[]
  }
  location:
    | {
        kind: 'place'
        name: {
          en: string
          fr: string
        }
        address?: string
        town: string
        position?: {
          latitude: number
          longitude: number
        }
      }
    | {
        kind: 'virtual'
        url?: string
      }
    | {
        kind: 'home'
      }
  cost:
    | {
        kind: 'free'
      }
    | {
        kind: 'by-donation'
      }
    | {
        kind: 'fee'
        cents: number
        waivable: boolean
      }
  eligibility?: {
    en: string
    fr: string
  }
  accessibility?: (
    'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
  )[]
  barriersAnswered?: (
    | 'cost'
    | 'transport'
    | 'child-care'
    | 'companion'
    | 'interpreter'
    | 'mobility'
    | 'hearing-vision'
    | 'internet'
    | 'timing'
    | 'cultural-safety'
    | 'anxiety'
    | 'other'
  )[]
  capacity?: number
  admission?: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required'
  contact?: {
    name?: string
    phone?: string
    email?: string
  }
  volunteerRoles?: {
    en: string
    fr: string
  }[]
  leaders?: string[]
  visibility?:
    | {
        kind: 'centre'
      }
    | {
        kind: 'shared'
        centres: string[]
      }
    | {
        kind: 'provincial'
      }
  verifiedOn?: string
}
export interface Activity {
  id: string
  version: number
  owner: string
  partner?: string
  name: {
    en: string
    fr: string
  }
  description: {
    en: string
    fr: string
  }
  category:
    | 'social-group'
    | 'arts-culture'
    | 'nature-garden'
    | 'physical-activity'
    | 'food'
    | 'income-legal-housing'
    | 'learning-employment'
    | 'caregiving-parenting'
    | 'bereavement-peer-support'
    | 'volunteering'
    | 'cultural'
    | 'digital-inclusion'
    | 'other'
  tags: string[]
  languages: string[]
  schedule?: {
    start: string
    durationMinutes: number
    zone: string
    rrule?: string
    except?: string[]
  }
  location:
    | {
        kind: 'place'
        name: {
          en: string
          fr: string
        }
        address?: string
        town: string
        position?: {
          latitude: number
          longitude: number
        }
      }
    | {
        kind: 'virtual'
        url?: string
      }
    | {
        kind: 'home'
      }
  cost:
    | {
        kind: 'free'
      }
    | {
        kind: 'by-donation'
      }
    | {
        kind: 'fee'
        cents: number
        waivable: boolean
      }
  eligibility?: {
    en: string
    fr: string
  }
  accessibility: (
    'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
  )[]
  barriersAnswered: (
    | 'cost'
    | 'transport'
    | 'child-care'
    | 'companion'
    | 'interpreter'
    | 'mobility'
    | 'hearing-vision'
    | 'internet'
    | 'timing'
    | 'cultural-safety'
    | 'anxiety'
    | 'other'
  )[]
  capacity?: number
  admission: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required'
  contact: {
    name?: string
    phone?: string
    email?: string
  }
  volunteerRoles: {
    en: string
    fr: string
  }[]
  leaders: string[]
  visibility:
    | {
        kind: 'centre'
      }
    | {
        kind: 'shared'
        centres: string[]
      }
    | {
        kind: 'provincial'
      }
  verifiedOn: string
  status: 'active' | 'closed'
  createdAt: string
  stale: boolean
  placesLeft: number | null
  next: {
    start: string
    end: string
    date: string
  } | null
}
export interface Event {
  id: string
  type: string
  kind: string
  entity: string
  version: number
  client?: string
  at: string
  actor: {
    id: string
    kind: string
  }
  facts: {
    [k: string]: unknown
  }
}
export interface Match {
  activity: {
    id: string
    version: number
    owner: string
    partner?: string
    name: {
      en: string
      fr: string
    }
    description: {
      en: string
      fr: string
    }
    category:
      | 'social-group'
      | 'arts-culture'
      | 'nature-garden'
      | 'physical-activity'
      | 'food'
      | 'income-legal-housing'
      | 'learning-employment'
      | 'caregiving-parenting'
      | 'bereavement-peer-support'
      | 'volunteering'
      | 'cultural'
      | 'digital-inclusion'
      | 'other'
    tags: string[]
    languages: string[]
    schedule?: {
      start: string
      durationMinutes: number
      zone: string
      rrule?: string
      except?: string[]
    }
    location:
      | {
          kind: 'place'
          name: {
            en: string
            fr: string
          }
          address?: string
          town: string
          position?: {
            latitude: number
            longitude: number
          }
        }
      | {
          kind: 'virtual'
          url?: string
        }
      | {
          kind: 'home'
        }
    cost:
      | {
          kind: 'free'
        }
      | {
          kind: 'by-donation'
        }
      | {
          kind: 'fee'
          cents: number
          waivable: boolean
        }
    eligibility?: {
      en: string
      fr: string
    }
    accessibility: (
      'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
    )[]
    barriersAnswered: (
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    )[]
    capacity?: number
    admission: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required'
    contact: {
      name?: string
      phone?: string
      email?: string
    }
    volunteerRoles: {
      en: string
      fr: string
    }[]
    leaders: string[]
    visibility:
      | {
          kind: 'centre'
        }
      | {
          kind: 'shared'
          centres: string[]
        }
      | {
          kind: 'provincial'
        }
    verifiedOn: string
    status: 'active' | 'closed'
    createdAt: string
    stale: boolean
    placesLeft: number | null
    next: {
      start: string
      end: string
      date: string
    } | null
  }
  score: number
  reasons: {
    code: string
    params: {
      [k: string]: string | number
    }
    words: {
      en: string
      fr: string
    }
  }[]
}
export interface TickList {
  attendances: {
    prescription: string
    result: 'attended' | 'missed' | 'excused'
  }[]
}
export interface Attendance {
  id: string
  version: number
  client: string
  referral: string
  prescription: string
  activity: string
  date: string
  result: 'attended' | 'missed' | 'excused'
  recordedAt: string
  recordedBy: string
}
export interface RosterEntry {
  prescription: string
  name: string
  status:
    | 'proposed'
    | 'requested'
    | 'accepted'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'rejected'
    | 'cancelled'
    | 'failed'
    | 'entered-in-error'
  waitingSince?: string
  timesAttended: number
  safeContact: boolean
  safeContactNote?: string
  companion?: 'asked' | 'arranged'
  result?: 'attended' | 'missed' | 'excused'
}
export interface AuditEntry {
  id: string
  at: string
  actor: {
    id: string
    kind: string
    roles: string[]
    partner?: string
  }
  access: 'read' | 'write' | 'refused' | 'export' | 'sign-in' | 'sign-out' | 'network-read'
  purpose: string
  requestId: string
  client?: string
  information: string[]
  changed?: {
    kind: string
    id: string
    version: number
  }[]
  refusal?: string
}
export interface YearlyCount {
  year: number
  countedTo?: string
  isComplete: boolean
  requests: number
  accesses: {
    [k: string]: number
  }
  information: {
    [k: string]: number
  }
  refusals: {
    [k: string]: number
  }
  breakGlass: number
  directives: {
    set: number
    lifted: number
  }
  consents: {
    given: number
    withdrawn: number
  }
  rights: {
    accessReports: number
    records: number
    corrections: number
    statements: number
  }
  disposals: number
  incidents: {
    theft?: number
    loss?: number
    'unauthorised-use'?: number
    'unauthorised-disclosure'?: number
    other?: number
  }
}
export interface Centre {
  id: string
  version: number
  name: {
    en: string
    fr: string
  }
  town: string
  zone: string
  phone: string
  position: {
    latitude: number
    longitude: number
  }
  kinds: ('urban' | 'rural' | 'northern' | 'francophone' | 'Indigenous-led')[]
  locale: 'en' | 'fr'
  status: 'active' | 'suspended' | 'leaving'
  statusReason?: string
  settings: {
    firstContactDays: number
    partnerAnswerDays: number
    measures: string[]
    retentionYears: number
    privacyOfficer?: string
    texts?: {
      consentToShare?: {
        en: string
        fr: string
      }
      consentToMessages?: {
        en: string
        fr: string
      }
      consentToEvaluation?: {
        en: string
        fr: string
      }
      printHeader?: {
        en: string
        fr: string
      }
      printNavigator?: {
        en: string
        fr: string
      }
      whatNext?: {
        en: string
        fr: string
      }
    }
  }
}
export interface Offboarding {
  id: string
  version: number
  name: {
    en: string
    fr: string
  }
  zone: string
  status: 'closing' | 'exporting' | 'verifying' | 'disposing' | 'completed' | 'stopped'
  requestedAt: string
  requestedBy: string
  since: string
  folder: string
  files: {
    name: string
    lines: number
    bytes: number
    sha256: string
  }[]
  counts?: {
    [k: string]: number
  }
  manifest?: string
  disposed: string[]
  holds?: number
  completedAt?: string
}
export interface ClientInput {
  names: {
    given: string
    family: string
    preferred?: string
    other?: string[]
  }
  pronouns?: string
  birthDate?: string
  chartNumber?: string
  locale: 'en' | 'fr'
  languages?: string[]
  needsInterpreter?: boolean
  contactPoints?: {
    system: 'phone' | 'email'
    value: string
    use?: 'home' | 'mobile' | 'work' | 'somebody-else'
    preferred: boolean
    safe: {
      voicemail: boolean
      text: boolean
      note?: string
    }
  }[]
  safeContact?: boolean
  doNotContact?: boolean
  town?: string
  position?: {
    latitude: number
    longitude: number
  }
  interests?: string[]
  talents?: string[]
  barriers?: {
    code:
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    words?: string
  }[]
  equity?: {
    bornInCanada?: 'yes' | 'no' | 'dont-know' | 'prefer-not-to-say'
    indigenousIdentity?: 'first-nations' | 'inuit' | 'metis' | 'no' | 'dont-know' | 'prefer-not-to-say'
    racialIdentity?: string[]
    gender?: string
    sexualOrientation?: string
    disability?: string[]
    householdIncome?:
      | 'under-15000'
      | '15000-29999'
      | '30000-59999'
      | '60000-89999'
      | '90000-or-more'
      | 'dont-know'
      | 'prefer-not-to-say'
    peopleSupported?: number | ('dont-know' | 'prefer-not-to-say')
    livesAlone?: 'yes' | 'no' | 'prefer-not-to-say'
  }
  notDuplicateOf?: string[]
}
export interface Client {
  id: string
  version: number
  names: {
    given: string
    family: string
    preferred?: string
    other?: string[]
  }
  pronouns?: string
  birthDate?: string
  chartNumber?: string
  locale: 'en' | 'fr'
  languages: string[]
  needsInterpreter: boolean
  contactPoints: {
    system: 'phone' | 'email'
    value: string
    use?: 'home' | 'mobile' | 'work' | 'somebody-else'
    preferred: boolean
    safe: {
      voicemail: boolean
      text: boolean
      note?: string
    }
  }[]
  safeContact: boolean
  doNotContact: boolean
  town?: string
  position?: {
    latitude: number
    longitude: number
  }
  interests: string[]
  talents: string[]
  barriers: {
    code:
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    words?: string
  }[]
  equity: {
    bornInCanada?: 'yes' | 'no' | 'dont-know' | 'prefer-not-to-say'
    indigenousIdentity?: 'first-nations' | 'inuit' | 'metis' | 'no' | 'dont-know' | 'prefer-not-to-say'
    racialIdentity?: string[]
    gender?: string
    sexualOrientation?: string
    disability?: string[]
    householdIncome?:
      | 'under-15000'
      | '15000-29999'
      | '30000-59999'
      | '60000-89999'
      | '90000-or-more'
      | 'dont-know'
      | 'prefer-not-to-say'
    peopleSupported?: number | ('dont-know' | 'prefer-not-to-say')
    livesAlone?: 'yes' | 'no' | 'prefer-not-to-say'
  }
  status: 'active' | 'merged' | 'disposing'
  mergedInto?: string
  mergedFrom: string[]
  createdAt: string
}
export interface SearchHit {
  id: string
  name: string
  birthDate?: string
  chartNumber?: string
  locale: 'en' | 'fr'
}
export interface ConsentInput {
  scope:
    | {
        kind: 'share'
        partner: string
        prescription?: string
      }
    | {
        kind: 'messages'
        channel: 'sms' | 'email' | 'phone' | 'letter'
      }
    | {
        kind: 'evaluation'
      }
  how: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
}
export interface Consent {
  id: string
  version: number
  client: string
  scope:
    | {
        kind: 'share'
        partner: string
        prescription?: string
      }
    | {
        kind: 'messages'
        channel: 'sms' | 'email' | 'phone' | 'letter'
      }
    | {
        kind: 'evaluation'
      }
  status: 'given' | 'withdrawn'
  how: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
  givenAt: string
  recordedBy: string
  withdrawnAt?: string
  withdrawnBy?: string
}
export interface ContactInput {
  channel: 'phone' | 'in-person' | 'home-visit' | 'video' | 'text' | 'e-mail' | 'letter' | 'accompaniment'
  result: 'reached' | 'no-answer' | 'left-message' | 'wrong-number' | 'refused' | 'attended' | 'missed'
  minutes?: number
  note?: string
  nextActionOn?: string
  at?: string
  barriersAddressed?: (
    | 'cost'
    | 'transport'
    | 'child-care'
    | 'companion'
    | 'interpreter'
    | 'mobility'
    | 'hearing-vision'
    | 'internet'
    | 'timing'
    | 'cultural-safety'
    | 'anxiety'
    | 'other'
  )[]
  writtenTogether?: boolean
}
export interface Contact {
  id: string
  version: number
  client: string
  referral: string
  channel: 'phone' | 'in-person' | 'home-visit' | 'video' | 'text' | 'e-mail' | 'letter' | 'accompaniment'
  result: 'reached' | 'no-answer' | 'left-message' | 'wrong-number' | 'refused' | 'attended' | 'missed'
  at: string
  minutes?: number
  barriersAddressed: (
    | 'cost'
    | 'transport'
    | 'child-care'
    | 'companion'
    | 'interpreter'
    | 'mobility'
    | 'hearing-vision'
    | 'internet'
    | 'timing'
    | 'cultural-safety'
    | 'anxiety'
    | 'other'
  )[]
  note?: string
  writtenTogether: boolean
  nextActionOn?: string
  formerActionOn?: string
  by: string
  status: 'recorded' | 'entered-in-error'
}
export interface DirectiveInput {
  scope:
    | {
        kind: 'record'
      }
    | {
        kind: 'section'
        section:
          | 'attendance'
          | 'consent'
          | 'contact'
          | 'goal'
          | 'hand-off'
          | 'message'
          | 'outcome'
          | 'prescription'
          | 'referral'
          | 'shortlist'
          | 'signpost'
      }
    | {
        kind: 'entry'
        entry: string
      }
  against:
    | {
        kind: 'person'
        staff: string
      }
    | {
        kind: 'role'
        role: 'prescriber' | 'navigator' | 'evaluator' | 'champion' | 'centre-admin'
      }
    | {
        kind: 'organisation'
        partner: string
      }
  since?: string
}
export interface Directive {
  id: string
  version: number
  client: string
  formerly?: string[]
  scope:
    | {
        kind: 'record'
      }
    | {
        kind: 'section'
        section:
          | 'attendance'
          | 'consent'
          | 'contact'
          | 'goal'
          | 'hand-off'
          | 'message'
          | 'outcome'
          | 'prescription'
          | 'referral'
          | 'shortlist'
          | 'signpost'
      }
    | {
        kind: 'entry'
        entry: string
      }
  against:
    | {
        kind: 'person'
        staff: string
      }
    | {
        kind: 'role'
        role: 'prescriber' | 'navigator' | 'evaluator' | 'champion' | 'centre-admin'
      }
    | {
        kind: 'organisation'
        partner: string
      }
  since: string
  status: 'active' | 'lifted'
  recordedAt: string
  recordedBy: string
  liftedAt?: string
  liftedBy?: string
}
export interface BreakGlass {
  id: string
  version: number
  client: string
  staff: string
  reason: string
  openedAt: string
  until: string
}
export interface ExtractDefinitionInput {
  name: string
  figures: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
  audience: 'outside' | 'inside'
  period:
    | {
        kind: 'preset'
        preset: '12-months' | 'quarter' | 'year' | 'fiscal' | 'last-fiscal'
      }
    | {
        from: string
        to: string
        kind: 'months'
      }
}
export interface ExtractDefinition {
  id: string
  version: number
  name: string
  figures: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
  audience: 'outside' | 'inside'
  period:
    | {
        kind: 'preset'
        preset: '12-months' | 'quarter' | 'year' | 'fiscal' | 'last-fiscal'
      }
    | {
        from: string
        to: string
        kind: 'months'
      }
  status: 'active' | 'removed'
  savedAt: string
  savedBy: string
}
export interface TakeInput {
  definition:
    | {
        kind: 'saved'
        id: string
      }
    | {
        figures: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
        audience: 'outside' | 'inside'
        period:
          | {
              kind: 'preset'
              preset: '12-months' | 'quarter' | 'year' | 'fiscal' | 'last-fiscal'
            }
          | {
              from: string
              to: string
              kind: 'months'
            }
        kind: 'choices'
      }
}
export interface Extract {
  id: string
  version: number
  takenAt: string
  takenBy: {
    id: string
    name: string
  }
  centre: {
    id: string
    name: {
      en: string
      fr: string
    }
  }
  definition?: {
    id: string
    version: number
    name: string
  }
  figures: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
  audience: 'outside' | 'inside'
  period: {
    from: string
    to: string
  }
  dictionary: string
  lines: FigureLine[]
}
export interface FigureLine {
  group: 'funnel' | 'waits' | 'closings' | 'loneliness'
  figure: string
  part?: string
  statistic:
    | 'count'
    | 'median-days'
    | 'ninetieth-days'
    | 'mean-baseline'
    | 'mean-follow-up'
    | 'mean-change'
    | 'interval-low'
    | 'interval-high'
    | 'improved'
    | 'same'
    | 'worse'
    | 'wilcoxon-p'
  value: number | ('small' | 'few' | 'beside') | null
  n: number | ('small' | 'few' | 'beside') | null
  missing: number | ('small' | 'few' | 'beside') | null
}
export interface ExtractHead {
  id: string
  version: number
  takenAt: string
  takenBy: {
    id: string
    name: string
  }
  centre: {
    id: string
    name: {
      en: string
      fr: string
    }
  }
  definition?: {
    id: string
    version: number
    name: string
  }
  figures: 'everything' | 'funnel' | 'waits' | 'closings' | 'loneliness'
  audience: 'outside' | 'inside'
  period: {
    from: string
    to: string
  }
  dictionary: string
}
export interface ExtractDictionary {
  extract: string
  dictionary: string
  entries: {
    kind: 'figure' | 'statistic' | 'column'
    id: string
    name: string
    definition: string
  }[]
}
export interface GoalInput {
  words: string
  weight?: number
}
export interface Goal {
  id: string
  version: number
  client: string
  referral: string
  words: string
  weight: number
  status: 'active' | 'entered-in-error'
  level?: -2 | -1 | 0 | 1 | 2
  reviews: {
    at: string
    level: -2 | -1 | 0 | 1 | 2
    note?: string
    by: string
  }[]
  setAt: string
}
export interface IncidentInput {
  kind: 'theft' | 'loss' | 'unauthorised-use' | 'unauthorised-disclosure' | 'other'
  what: string
  period: {
    from: string
    to: string
  }
  discoveredOn?: string
  actors?: string[]
  notified?: {
    clients?: string
    commissioner?: string
  }
}
export interface Incident {
  id: string
  version: number
  kind: 'theft' | 'loss' | 'unauthorised-use' | 'unauthorised-disclosure' | 'other'
  what: string
  period: {
    from: string
    to: string
  }
  discoveredOn: string
  actors: string[]
  notified: {
    clients?: string
    commissioner?: string
  }
  recordedAt: string
  recordedBy: string
}
export interface Affected {
  client: string
  accesses: number
  firstAt: string
  lastAt: string
  information: string[]
  actors: string[]
}
export interface Insights {
  period: {
    from: string
    to: string
  }
  funnel: {
    milestone: string
    n: number
  }[]
  waits: {
    contact: {
      n: number
      medianDays: number | null
      ninetiethDays: number | null
    }
    prescription: {
      n: number
      medianDays: number | null
      ninetiethDays: number | null
    }
  }
  closings: {
    [k: string]: number
  }
  loneliness: PairedChange[]
  definitions: Definition[]
}
export interface PairedChange {
  instrument: string
  phase: string
  withBaseline: number
  paired: number
  missing: number
  meanBaseline: number | null
  meanFollowUp: number | null
  meanChange: number | null
  interval: number[] | null
  counts: {
    improved: number
    same: number
    worse: number
  }
  shares: {
    improved: number
    same: number
    worse: number
  } | null
  wilcoxonP: number | null
}
export interface Definition {
  id: string
  name: string
  definition: string
}
export interface Figures {
  period: {
    from: string
    to: string
  }
  lines: FigureLine[]
  definitions: Definition[]
}
export interface KeyInput {
  name: string
  scopes: ('prescriptions:read' | 'prescriptions:answer' | 'activities:write' | 'attendances:write')[]
  days?: number
}
export interface IssuedKey {
  id: string
  version: number
  partner: string
  name: string
  scopes: ('prescriptions:read' | 'prescriptions:answer' | 'activities:write' | 'attendances:write')[]
  createdAt: string
  expiresAt: string
  revokedAt?: string
  rotatedTo?: string
  key?: string
}
export interface Key {
  id: string
  version: number
  partner: string
  name: string
  scopes: ('prescriptions:read' | 'prescriptions:answer' | 'activities:write' | 'attendances:write')[]
  createdAt: string
  expiresAt: string
  revokedAt?: string
  rotatedTo?: string
}
export interface Message {
  id: string
  version: number
  client: string
  referral: string
  to: string
  moment: 'accepted' | 'first-contact' | 'prescribed' | 'closed' | 'declined' | 'unreachable'
  tellsOf?: string[]
  text: {
    en: string
    fr: string
  }
  status: 'queued' | 'sent' | 'failed' | 'taken-back'
  createdAt: string
  sentAt?: string
}
export interface Instrument {
  id: string
  version: string
  title: {
    en: string
    fr: string
  }
  default: boolean
  inUse: boolean
  stem?: {
    en: string
    fr: string
  }
  items: (
    | {
        id: string
        text: {
          en: string
          fr: string
        } | null
        options: {
          code: number
          label: {
            en: string
            fr: string
          }
        }[]
      }
    | {
        id: string
        text: {
          en: string
          fr: string
        } | null
        range: {
          min: number
          max: number
          minLabel?: {
            en: string
            fr: string
          }
          maxLabel?: {
            en: string
            fr: string
          }
        }
      }
  )[]
  rule:
    | {
        kind: 'sum'
      }
    | {
        kind: 'answer'
      }
    | {
        kind: 'each'
        reversedItems: string[]
      }
    | {
        kind: 'rasch'
        table: {
          [k: string]: number
        }
      }
  direction: 'higher-better' | 'higher-worse'
  range: {
    min: number
    max: number
  }
  thresholds: {
    id: string
    at: number
    comparison: 'at-least' | 'at-most'
    source: string
    item?: string
    handOff?: 'clinician'
  }[]
  bands?: {
    items: string[]
    bands: {
      min: number
      max: number
      id: string
    }[]
    source: string
  }[]
  improvement: number
  proxy: boolean
  minimumAge?: number
  licence: {
    en: string
    fr: string
  }
  frenchStatus: 'official' | 'validated' | 'translation'
  citation: string
  requiresRegistration?: boolean
  textSuppliedByCentre?: boolean
}
export interface OutcomeInput {
  instrument: string
  mode: 'self' | 'assisted' | 'proxy'
  phase: 'baseline' | '3-months' | '6-months' | '12-months' | 'exit'
  answers: {
    [k: string]: number | 'dont-know' | 'prefer-not-to-say' | 'skipped'
  }
  takenOn?: string
  locale?: 'en' | 'fr'
}
export interface RecordedOutcome {
  id: string
  version: number
  client: string
  referral: string
  instrument: string
  instrumentVersion: string
  locale: 'en' | 'fr'
  mode: 'self' | 'assisted' | 'proxy'
  phase: 'baseline' | '3-months' | '6-months' | '12-months' | 'exit'
  takenOn: string
  answers: {
    [k: string]: number | 'dont-know' | 'prefer-not-to-say' | 'skipped'
  }
  score: number | null
  scores?: {
    [k: string]: number
  }
  missing: string[]
  flags: string[]
  status: 'recorded' | 'entered-in-error'
  statusReason?: {
    code: string
    words?: string
  }
  recordedAt: string
  recordedBy: string
  crisisHelp?: {
    en: string
    fr: string
  }
}
export interface Outcome {
  id: string
  version: number
  client: string
  referral: string
  instrument: string
  instrumentVersion: string
  locale: 'en' | 'fr'
  mode: 'self' | 'assisted' | 'proxy'
  phase: 'baseline' | '3-months' | '6-months' | '12-months' | 'exit'
  takenOn: string
  answers: {
    [k: string]: number | 'dont-know' | 'prefer-not-to-say' | 'skipped'
  }
  score: number | null
  scores?: {
    [k: string]: number
  }
  missing: string[]
  flags: string[]
  status: 'recorded' | 'entered-in-error'
  statusReason?: {
    code: string
    words?: string
  }
  recordedAt: string
  recordedBy: string
}
export interface Comparison {
  instrument: string
  item?: string
  phase: '3-months' | '6-months' | '12-months' | 'exit'
  baselineOn: string
  followUpOn: string
  baseline: number
  followUp: number
  change: number
  result: 'improved' | 'same' | 'worse'
}
export interface FollowUp {
  id: string
  version: number
  client: string
  referral: string
  navigator?: string
  phase: '3-months' | '6-months' | '12-months'
  opensOn: string
  dueOn: string
  closesOn: string
  status: 'upcoming' | 'due' | 'overdue' | 'missed' | 'done' | 'cancelled'
  doneAt?: string
}
export interface ListingInput {
  name: {
    en: string
    fr: string
  }
  description: {
    en: string
    fr: string
  }
  category:
    | 'social-group'
    | 'arts-culture'
    | 'nature-garden'
    | 'physical-activity'
    | 'food'
    | 'income-legal-housing'
    | 'learning-employment'
    | 'caregiving-parenting'
    | 'bereavement-peer-support'
    | 'volunteering'
    | 'cultural'
    | 'digital-inclusion'
    | 'other'
  tags?: string[]
  languages: string[]
  schedule?: {
    start: string
    durationMinutes: number
    zone: string
    rrule?: string
    except?: string[]
  }
  location:
    | {
        kind: 'place'
        name: {
          en: string
          fr: string
        }
        address?: string
        town: string
        position?: {
          latitude: number
          longitude: number
        }
      }
    | {
        kind: 'virtual'
        url?: string
      }
    | {
        kind: 'home'
      }
  cost:
    | {
        kind: 'free'
      }
    | {
        kind: 'by-donation'
      }
    | {
        kind: 'fee'
        cents: number
        waivable: boolean
      }
  eligibility?: {
    en: string
    fr: string
  }
  accessibility?: (
    'step-free' | 'accessible-washroom' | 'hearing-loop' | 'large-print' | 'asl' | 'quiet-space' | 'seating'
  )[]
  barriersAnswered?: (
    | 'cost'
    | 'transport'
    | 'child-care'
    | 'companion'
    | 'interpreter'
    | 'mobility'
    | 'hearing-vision'
    | 'internet'
    | 'timing'
    | 'cultural-safety'
    | 'anxiety'
    | 'other'
  )[]
  capacity?: number
  admission?: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required'
  contact?: {
    name?: string
    phone?: string
    email?: string
  }
  volunteerRoles?: {
    en: string
    fr: string
  }[]
  verifiedOn?: string
}
export interface InboxPrescription {
  id: string
  version: number
  activity: string
  activityName: {
    en: string
    fr: string
  }
  volunteerRole?: {
    en: string
    fr: string
  }
  supports: {
    code:
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    arranged: boolean
    words?: string
  }[]
  noteToPartner?: string
  status:
    | 'proposed'
    | 'requested'
    | 'accepted'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'rejected'
    | 'cancelled'
    | 'failed'
    | 'entered-in-error'
  requestedAt?: string
  timesAttended: number
  client: {
    name: string
    locale: 'en' | 'fr'
    contactPoint?: {
      system: 'phone' | 'email'
      value: string
      use?: 'home' | 'mobile' | 'work' | 'somebody-else'
      preferred: boolean
      safe: {
        voicemail: boolean
        text: boolean
        note?: string
      }
    }
  }
}
export interface PartnerAttendance {
  prescription: string
  activity: string
  date: string
  result: 'attended' | 'missed' | 'excused'
}
export interface PartnerInput {
  name: {
    en: string
    fr: string
  }
  description?: {
    en: string
    fr: string
  }
  email?: string
  phone?: string
  url?: string
  languages: string[]
}
export interface Partner {
  id: string
  version: number
  name: {
    en: string
    fr: string
  }
  description?: {
    en: string
    fr: string
  }
  email?: string
  phone?: string
  url?: string
  languages: string[]
  status: 'active' | 'inactive'
}
export interface PrescriptionInput {
  activity: string
  volunteerRole?: {
    en: string
    fr: string
  }
  noteToPartner?: string
  supports?: {
    code:
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    arranged: boolean
    words?: string
  }[]
}
export interface Prescription {
  id: string
  version: number
  client: string
  referral: string
  navigator?: string
  activity: string
  activityName: {
    en: string
    fr: string
  }
  partner?: string
  consent?: string
  volunteerRole?: {
    en: string
    fr: string
  }
  supports: {
    code:
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    arranged: boolean
    words?: string
  }[]
  noteToPartner?: string
  status:
    | 'proposed'
    | 'requested'
    | 'accepted'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'rejected'
    | 'cancelled'
    | 'failed'
    | 'entered-in-error'
  statusReason?: {
    code: string
    words?: string
  }
  proposedAt: string
  requestedAt?: string
  answeredAt?: string
  waitingSince?: string
  startedAt?: string
  closedAt?: string
  nextActionOn: string
  timesAttended: number
  formerly?: {
    status:
      | 'proposed'
      | 'requested'
      | 'accepted'
      | 'in-progress'
      | 'on-hold'
      | 'completed'
      | 'rejected'
      | 'cancelled'
      | 'failed'
      | 'entered-in-error'
    statusReason?: {
      code: string
      words?: string
    }
    answeredAt?: string
    waitingSince?: string
    startedAt?: string
    nextActionOn: string
    version: number
    at: string
    by: string
  }
}
export interface PrescriptionUpdate {
  supports?: {
    code:
      | 'cost'
      | 'transport'
      | 'child-care'
      | 'companion'
      | 'interpreter'
      | 'mobility'
      | 'hearing-vision'
      | 'internet'
      | 'timing'
      | 'cultural-safety'
      | 'anxiety'
      | 'other'
    arranged: boolean
    words?: string
  }[]
  noteToPartner?: string
  nextActionOn?: string
  volunteerRole?: {
    en: string
    fr: string
  }
}
export interface AccessReport {
  client: string
  name: string
  locale: 'en' | 'fr'
  centre: {
    name: string
    phone: string
    zone: string
  }
  period: {
    from: string
    to: string
  }
  preparedAt: string
  preparedBy: string
  days: {
    date: string
    lines: {
      sentence: string
      times: string[]
      actor: string
      access: 'read' | 'write' | 'refused' | 'export' | 'sign-in' | 'sign-out' | 'network-read'
      information: string[]
    }[]
  }[]
}
export interface ClientRecord {
  client: {
    id: string
    version: number
    names: {
      given: string
      family: string
      preferred?: string
      other?: string[]
    }
    pronouns?: string
    birthDate?: string
    chartNumber?: string
    locale: 'en' | 'fr'
    languages: string[]
    needsInterpreter: boolean
    contactPoints: {
      system: 'phone' | 'email'
      value: string
      use?: 'home' | 'mobile' | 'work' | 'somebody-else'
      preferred: boolean
      safe: {
        voicemail: boolean
        text: boolean
        note?: string
      }
    }[]
    safeContact: boolean
    doNotContact: boolean
    town?: string
    position?: {
      latitude: number
      longitude: number
    }
    interests: string[]
    talents: string[]
    barriers: {
      code:
        | 'cost'
        | 'transport'
        | 'child-care'
        | 'companion'
        | 'interpreter'
        | 'mobility'
        | 'hearing-vision'
        | 'internet'
        | 'timing'
        | 'cultural-safety'
        | 'anxiety'
        | 'other'
      words?: string
    }[]
    equity: {
      bornInCanada?: 'yes' | 'no' | 'dont-know' | 'prefer-not-to-say'
      indigenousIdentity?: 'first-nations' | 'inuit' | 'metis' | 'no' | 'dont-know' | 'prefer-not-to-say'
      racialIdentity?: string[]
      gender?: string
      sexualOrientation?: string
      disability?: string[]
      householdIncome?:
        | 'under-15000'
        | '15000-29999'
        | '30000-59999'
        | '60000-89999'
        | '90000-or-more'
        | 'dont-know'
        | 'prefer-not-to-say'
      peopleSupported?: number | ('dont-know' | 'prefer-not-to-say')
      livesAlone?: 'yes' | 'no' | 'prefer-not-to-say'
    }
    status: 'active' | 'merged' | 'disposing'
    mergedInto?: string
    mergedFrom: string[]
    createdAt: string
  }
  name: string
  locale: 'en' | 'fr'
  centre: {
    name: string
    phone: string
    zone: string
  }
  preparedAt: string
  preparedBy: string
  sections: {
    kind: string
    entries: {
      entity: {
        id: string
        version: number
        [k: string]: unknown
      }
      events: {
        id: string
        type: string
        version: number
        at: string
        actor: {
          id: string
          kind: string
        }
        facts: {
          [k: string]: unknown
        }
      }[]
    }[]
  }[]
  names: {
    [k: string]: string
  }
  accesses?: {
    id: string
    at: string
    actor: {
      id: string
      kind: string
      roles: string[]
      partner?: string
    }
    access: 'read' | 'write' | 'refused' | 'export' | 'sign-in' | 'sign-out' | 'network-read'
    purpose: string
    requestId: string
    client?: string
    information: string[]
    changed?: {
      kind: string
      id: string
      version: number
    }[]
    refusal?: string
  }[]
}
export interface Correction {
  id: string
  version: number
  client: string
  kind: string
  entity: string
  referral?: string
  fields: string[]
  before: {
    [k: string]: unknown
  }
  after: {
    [k: string]: unknown
  }
  reason?: string
  at: string
  by: string
}
export interface StatementInput {
  words: string
  entity?: string
}
export interface Statement {
  id: string
  version: number
  client: string
  kind: string
  entity: string
  words: string
  attachedAt: string
  attachedBy: string
}
export interface ReferralInput {
  client: string
  source:
    | 'physician'
    | 'nurse-practitioner'
    | 'nurse'
    | 'social-worker'
    | 'pharmacist'
    | 'dietitian'
    | 'other-clinician'
    | 'self'
    | 'family'
    | 'outreach'
    | 'partner'
    | 'staff'
    | 'emr'
  reasons: (
    | 'food-insecurity'
    | 'housing-instability'
    | 'homelessness'
    | 'inadequate-housing'
    | 'transportation-insecurity'
    | 'financial-insecurity'
    | 'material-hardship'
    | 'educational-attainment'
    | 'employment-status'
    | 'veteran-status'
    | 'stress'
    | 'social-connection'
    | 'intimate-partner-violence'
    | 'elder-abuse'
    | 'personal-health-literacy'
    | 'health-insurance-coverage-status'
    | 'medical-cost-burden'
    | 'digital-literacy'
    | 'digital-access'
    | 'utility-insecurity'
    | 'incarceration-status'
    | 'language-access'
    | 'protective-factor'
    | 'sdoh-category-unspecified'
  )[]
  note?: string
  agreed?: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
  urgency?: 'routine' | 'urgent'
  prescriber?: string
}
export interface Referral {
  id: string
  version: number
  client: string
  source:
    | 'physician'
    | 'nurse-practitioner'
    | 'nurse'
    | 'social-worker'
    | 'pharmacist'
    | 'dietitian'
    | 'other-clinician'
    | 'self'
    | 'family'
    | 'outreach'
    | 'partner'
    | 'staff'
    | 'emr'
  reasons: (
    | 'food-insecurity'
    | 'housing-instability'
    | 'homelessness'
    | 'inadequate-housing'
    | 'transportation-insecurity'
    | 'financial-insecurity'
    | 'material-hardship'
    | 'educational-attainment'
    | 'employment-status'
    | 'veteran-status'
    | 'stress'
    | 'social-connection'
    | 'intimate-partner-violence'
    | 'elder-abuse'
    | 'personal-health-literacy'
    | 'health-insurance-coverage-status'
    | 'medical-cost-burden'
    | 'digital-literacy'
    | 'digital-access'
    | 'utility-insecurity'
    | 'incarceration-status'
    | 'language-access'
    | 'protective-factor'
    | 'sdoh-category-unspecified'
  )[]
  urgency: 'routine' | 'urgent'
  note?: string
  agreed?: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
  status:
    | 'requested'
    | 'accepted'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'rejected'
    | 'cancelled'
    | 'failed'
    | 'entered-in-error'
  statusReason?: {
    code: string
    words?: string
  }
  prescriber?: string
  navigator?: string
  requestedAt: string
  acceptedAt?: string
  contactedAt?: string
  prescribedAt?: string
  attendedAt?: string
  partnerAnsweredAt?: string
  closedAt?: string
  nextActionOn: string
  formerly?: {
    status:
      | 'requested'
      | 'accepted'
      | 'in-progress'
      | 'on-hold'
      | 'completed'
      | 'rejected'
      | 'cancelled'
      | 'failed'
      | 'entered-in-error'
    statusReason?: {
      code: string
      words?: string
    }
    navigator?: string
    acceptedAt?: string
    nextActionOn: string
    version: number
    at: string
    by: string
    messages?: string[]
  }
}
export interface ReferralRow {
  id: string
  version: number
  client: string
  source:
    | 'physician'
    | 'nurse-practitioner'
    | 'nurse'
    | 'social-worker'
    | 'pharmacist'
    | 'dietitian'
    | 'other-clinician'
    | 'self'
    | 'family'
    | 'outreach'
    | 'partner'
    | 'staff'
    | 'emr'
  reasons: (
    | 'food-insecurity'
    | 'housing-instability'
    | 'homelessness'
    | 'inadequate-housing'
    | 'transportation-insecurity'
    | 'financial-insecurity'
    | 'material-hardship'
    | 'educational-attainment'
    | 'employment-status'
    | 'veteran-status'
    | 'stress'
    | 'social-connection'
    | 'intimate-partner-violence'
    | 'elder-abuse'
    | 'personal-health-literacy'
    | 'health-insurance-coverage-status'
    | 'medical-cost-burden'
    | 'digital-literacy'
    | 'digital-access'
    | 'utility-insecurity'
    | 'incarceration-status'
    | 'language-access'
    | 'protective-factor'
    | 'sdoh-category-unspecified'
  )[]
  urgency: 'routine' | 'urgent'
  note?: string
  agreed?: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
  status:
    | 'requested'
    | 'accepted'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'rejected'
    | 'cancelled'
    | 'failed'
    | 'entered-in-error'
  statusReason?: {
    code: string
    words?: string
  }
  prescriber?: string
  navigator?: string
  requestedAt: string
  acceptedAt?: string
  contactedAt?: string
  prescribedAt?: string
  attendedAt?: string
  partnerAnsweredAt?: string
  closedAt?: string
  nextActionOn: string
  formerly?: {
    status:
      | 'requested'
      | 'accepted'
      | 'in-progress'
      | 'on-hold'
      | 'completed'
      | 'rejected'
      | 'cancelled'
      | 'failed'
      | 'entered-in-error'
    statusReason?: {
      code: string
      words?: string
    }
    navigator?: string
    acceptedAt?: string
    nextActionOn: string
    version: number
    at: string
    by: string
    messages?: string[]
  }
  clientName: string
}
export interface ReferralWithClientInput {
  client: {
    names: {
      given: string
      family: string
      preferred?: string
      other?: string[]
    }
    pronouns?: string
    birthDate?: string
    chartNumber?: string
    locale: 'en' | 'fr'
    languages?: string[]
    needsInterpreter?: boolean
    contactPoints?: {
      system: 'phone' | 'email'
      value: string
      use?: 'home' | 'mobile' | 'work' | 'somebody-else'
      preferred: boolean
      safe: {
        voicemail: boolean
        text: boolean
        note?: string
      }
    }[]
    safeContact?: boolean
    doNotContact?: boolean
    town?: string
    position?: {
      latitude: number
      longitude: number
    }
    interests?: string[]
    talents?: string[]
    barriers?: {
      code:
        | 'cost'
        | 'transport'
        | 'child-care'
        | 'companion'
        | 'interpreter'
        | 'mobility'
        | 'hearing-vision'
        | 'internet'
        | 'timing'
        | 'cultural-safety'
        | 'anxiety'
        | 'other'
      words?: string
    }[]
    equity?: {
      bornInCanada?: 'yes' | 'no' | 'dont-know' | 'prefer-not-to-say'
      indigenousIdentity?: 'first-nations' | 'inuit' | 'metis' | 'no' | 'dont-know' | 'prefer-not-to-say'
      racialIdentity?: string[]
      gender?: string
      sexualOrientation?: string
      disability?: string[]
      householdIncome?:
        | 'under-15000'
        | '15000-29999'
        | '30000-59999'
        | '60000-89999'
        | '90000-or-more'
        | 'dont-know'
        | 'prefer-not-to-say'
      peopleSupported?: number | ('dont-know' | 'prefer-not-to-say')
      livesAlone?: 'yes' | 'no' | 'prefer-not-to-say'
    }
    notDuplicateOf?: string[]
  }
  referral: {
    source:
      | 'physician'
      | 'nurse-practitioner'
      | 'nurse'
      | 'social-worker'
      | 'pharmacist'
      | 'dietitian'
      | 'other-clinician'
      | 'self'
      | 'family'
      | 'outreach'
      | 'partner'
      | 'staff'
      | 'emr'
    reasons: (
      | 'food-insecurity'
      | 'housing-instability'
      | 'homelessness'
      | 'inadequate-housing'
      | 'transportation-insecurity'
      | 'financial-insecurity'
      | 'material-hardship'
      | 'educational-attainment'
      | 'employment-status'
      | 'veteran-status'
      | 'stress'
      | 'social-connection'
      | 'intimate-partner-violence'
      | 'elder-abuse'
      | 'personal-health-literacy'
      | 'health-insurance-coverage-status'
      | 'medical-cost-burden'
      | 'digital-literacy'
      | 'digital-access'
      | 'utility-insecurity'
      | 'incarceration-status'
      | 'language-access'
      | 'protective-factor'
      | 'sdoh-category-unspecified'
    )[]
    note?: string
    agreed?: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
    urgency?: 'routine' | 'urgent'
    prescriber?: string
  }
  consents?: {
    scope:
      | {
          kind: 'share'
          partner: string
          prescription?: string
        }
      | {
          kind: 'messages'
          channel: 'sms' | 'email' | 'phone' | 'letter'
        }
      | {
          kind: 'evaluation'
        }
    how: 'spoken' | 'written' | 'electronic' | 'substitute-decision-maker'
  }[]
}
export interface RetentionDue {
  client: string
  lastEntryOn: string
  keptUntil: string
}
export interface Hold {
  id: string
  version: number
  client: string
  status: 'active' | 'lifted'
  reason: string
  setAt: string
  setBy: string
  liftedAt?: string
  liftedBy?: string
  liftReason?: string
}
export interface Disposal {
  id: string
  version: number
  client: string
  mergedFrom: string[]
  reason: 'retention-ended' | 'created-in-error'
  status: 'under-way' | 'completed'
  startedAt: string
  startedBy: string
  completedAt?: string
  counts?: {
    [k: string]: number
  }
  digest?: string
}
export interface ShortlistInput {
  channel: 'sms' | 'email'
  activities: string[]
}
export interface Shortlist {
  id: string
  version: number
  client: string
  activities: {
    activity: string
    activityName: {
      en: string
      fr: string
    }
  }[]
  locale: 'en' | 'fr'
  channel: 'sms' | 'email'
  consent: string
  status: 'queued' | 'sent' | 'failed' | 'stopped'
  failure?:
    | 'client-disposing'
    | 'client-merged'
    | 'clinician-first'
    | 'do-not-contact'
    | 'message-consent-missing'
    | 'no-safe-way'
  expiresOn: string
  createdAt: string
  createdBy: string
  sentAt?: string
}
export interface SignpostInput {
  client?: string
  activity?: string
  needs?: (
    | 'food-insecurity'
    | 'housing-instability'
    | 'homelessness'
    | 'inadequate-housing'
    | 'transportation-insecurity'
    | 'financial-insecurity'
    | 'material-hardship'
    | 'educational-attainment'
    | 'employment-status'
    | 'veteran-status'
    | 'stress'
    | 'social-connection'
    | 'intimate-partner-violence'
    | 'elder-abuse'
    | 'personal-health-literacy'
    | 'health-insurance-coverage-status'
    | 'medical-cost-burden'
    | 'digital-literacy'
    | 'digital-access'
    | 'utility-insecurity'
    | 'incarceration-status'
    | 'language-access'
    | 'protective-factor'
    | 'sdoh-category-unspecified'
  )[]
}
export interface Signpost {
  id: string
  version: number
  client?: string
  activity?: string
  activityName?: {
    en: string
    fr: string
  }
  needs: (
    | 'food-insecurity'
    | 'housing-instability'
    | 'homelessness'
    | 'inadequate-housing'
    | 'transportation-insecurity'
    | 'financial-insecurity'
    | 'material-hardship'
    | 'educational-attainment'
    | 'employment-status'
    | 'veteran-status'
    | 'stress'
    | 'social-connection'
    | 'intimate-partner-violence'
    | 'elder-abuse'
    | 'personal-health-literacy'
    | 'health-insurance-coverage-status'
    | 'medical-cost-burden'
    | 'digital-literacy'
    | 'digital-access'
    | 'utility-insecurity'
    | 'incarceration-status'
    | 'language-access'
    | 'protective-factor'
    | 'sdoh-category-unspecified'
  )[]
  at: string
  by: string
  status: 'recorded' | 'entered-in-error'
}
export interface Me {
  id: string
  kind: 'person' | 'partner'
  name: string
  roles: string[]
  permissions: string[]
  partner?: string
  centre: {
    id: string
    name: {
      en: string
      fr: string
    }
    zone: string
    locale: 'en' | 'fr'
  }
  locale: 'en' | 'fr'
  preferences: {
    shortcuts: boolean
  }
  session?: {
    endsAt: string
    idleMinutes: number
  }
}
export interface Colleague {
  id: string
  name: string
  roles: (
    'prescriber' | 'navigator' | 'evaluator' | 'champion' | 'centre-admin' | 'alliance-evaluator' | 'alliance-admin'
  )[]
  locale: 'en' | 'fr'
}
export interface InviteInput {
  name: string
  email: string
  locale: 'en' | 'fr'
  roles: ('prescriber' | 'navigator' | 'evaluator' | 'champion' | 'centre-admin')[]
}
export interface Member {
  id: string
  version: number
  name: string
  email: string
  roles: (
    'prescriber' | 'navigator' | 'evaluator' | 'champion' | 'centre-admin' | 'alliance-evaluator' | 'alliance-admin'
  )[]
  locale: 'en' | 'fr'
  status: 'invited' | 'active' | 'deactivated'
  joinedAt?: string
}
export interface Task {
  kind:
    | 'new-referral'
    | 'first-contact'
    | 'next-action'
    | 'prescription-to-send'
    | 'partner-answer'
    | 'partner-answered'
    | 'follow-up'
    | 'hand-off'
  subject: string
  subjectVersion: number
  referral?: string
  status?:
    | 'requested'
    | 'accepted'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'rejected'
    | 'cancelled'
    | 'failed'
    | 'entered-in-error'
  reasons?: (
    | 'food-insecurity'
    | 'housing-instability'
    | 'homelessness'
    | 'inadequate-housing'
    | 'transportation-insecurity'
    | 'financial-insecurity'
    | 'material-hardship'
    | 'educational-attainment'
    | 'employment-status'
    | 'veteran-status'
    | 'stress'
    | 'social-connection'
    | 'intimate-partner-violence'
    | 'elder-abuse'
    | 'personal-health-literacy'
    | 'health-insurance-coverage-status'
    | 'medical-cost-burden'
    | 'digital-literacy'
    | 'digital-access'
    | 'utility-insecurity'
    | 'incarceration-status'
    | 'language-access'
    | 'protective-factor'
    | 'sdoh-category-unspecified'
  )[]
  receivedOn?: string
  dueOn: string
  daysOverdue: number
  urgency: 'routine' | 'urgent'
  client: string
  clientName: string
  age?: number
  locale: 'en' | 'fr'
  needsInterpreter: boolean
  safeContact: boolean
  doNotContact: boolean
}
export interface TaskSummary {
  me: {
    total: number
    overdue: number
    more: boolean
  }
  unassigned: {
    total: number
    overdue: number
    more: boolean
  }
}
export interface Navigator {
  id: string
  name: string
  locale: 'en' | 'fr'
  due: number
  overdue: number
  more: boolean
}
export interface HandOff {
  id: string
  version: number
  client: string
  referral?: string
  assignee?: string
  cause: string
  raisedBy?: string
  reason?: string
  dueOn: string
  status: 'requested' | 'completed'
  createdAt: string
  completedAt?: string
  completedBy?: string
  note?: string
}
export interface NetworkInsights {
  period: {
    from: string
    to: string
  }
  funnel: {
    milestone: string
    centres: {
      [k: string]: number | 'suppressed'
    }
    total: number | 'suppressed'
  }[]
  waits: {
    contact:
      | {
          n: number
          medianDays: number | null
          ninetiethDays: number | null
        }
      | 'suppressed'
  }
  loneliness: (
    | PairedChange
    | {
        instrument: string
        phase: string
        suppressed: true
      }
  )[]
  definitions: Definition[]
}
export interface RegisteredCentre {
  id: string
  name: {
    en: string
    fr: string
  }
  town: string
  zone: string
  status: 'active' | 'suspended' | 'leaving' | 'offboarded'
  onboarding: {
    registeredAt: string
    staff: boolean
    catalogue: boolean
    referral: boolean
  }
}
export interface OnboardInput {
  id: string
  name: {
    en: string
    fr: string
  }
  town: string
  zone: string
  phone: string
  position: {
    latitude: number
    longitude: number
  }
  kinds: ('urban' | 'rural' | 'northern' | 'francophone' | 'Indigenous-led')[]
  locale: 'en' | 'fr'
  settings?: {
    firstContactDays?: number
    partnerAnswerDays?: number
    measures?: string[]
    retentionYears?: number
    texts?: {
      consentToShare?: {
        en: string
        fr: string
      }
      consentToMessages?: {
        en: string
        fr: string
      }
      consentToEvaluation?: {
        en: string
        fr: string
      }
      printHeader?: {
        en: string
        fr: string
      }
      printNavigator?: {
        en: string
        fr: string
      }
      whatNext?: {
        en: string
        fr: string
      }
    }
  }
  admin: {
    name: string
    email: string
    locale: 'en' | 'fr'
  }
}
export interface Onboarded {
  id: string
  version: number
  name: {
    en: string
    fr: string
  }
  town: string
  zone: string
  phone: string
  position: {
    latitude: number
    longitude: number
  }
  kinds: ('urban' | 'rural' | 'northern' | 'francophone' | 'Indigenous-led')[]
  locale: 'en' | 'fr'
  status: 'active' | 'suspended' | 'leaving'
  statusReason?: string
  settings: {
    firstContactDays: number
    partnerAnswerDays: number
    measures: string[]
    retentionYears: number
    privacyOfficer?: string
    texts?: {
      consentToShare?: {
        en: string
        fr: string
      }
      consentToMessages?: {
        en: string
        fr: string
      }
      consentToEvaluation?: {
        en: string
        fr: string
      }
      printHeader?: {
        en: string
        fr: string
      }
      printNavigator?: {
        en: string
        fr: string
      }
      whatNext?: {
        en: string
        fr: string
      }
    }
  }
  admin: {
    id: string
    status: 'invited' | 'active' | 'deactivated'
  }
}
export interface Standing {
  id: string
  status: 'active' | 'suspended' | 'leaving'
  statusReason?: string
}

export const createActivity: Operation<'createActivity'> = { method: 'post', path: '/v1/activities' }
export const listActivities: Operation<'listActivities'> = { method: 'get', path: '/v1/activities' }
export const getActivity: Operation<'getActivity'> = { method: 'get', path: '/v1/activities/{activity}' }
export const updateActivity: Operation<'updateActivity'> = { method: 'patch', path: '/v1/activities/{activity}' }
export const closeActivity: Operation<'closeActivity'> = { method: 'post', path: '/v1/activities/{activity}/close' }
export const verifyActivity: Operation<'verifyActivity'> = { method: 'post', path: '/v1/activities/{activity}/verify' }
export const listOccurrences: Operation<'listOccurrences'> = { method: 'get', path: '/v1/activities/{activity}/occurrences' }
export const getActivityTimeline: Operation<'getActivityTimeline'> = { method: 'get', path: '/v1/activities/{activity}/timeline' }
export const matchActivities: Operation<'matchActivities'> = { method: 'post', path: '/v1/clients/{client}/matches' }
export const recordAttendances: Operation<'recordAttendances'> = { method: 'put', path: '/v1/activities/{activity}/sessions/{date}/attendances' }
export const listAttendances: Operation<'listAttendances'> = { method: 'get', path: '/v1/activities/{activity}/attendances' }
export const readRoster: Operation<'readRoster'> = { method: 'get', path: '/v1/activities/{activity}/roster' }
export const listAudit: Operation<'listAudit'> = { method: 'get', path: '/v1/audit' }
export const countYear: Operation<'countYear'> = { method: 'get', path: '/v1/audit/yearly' }
export const getCentre: Operation<'getCentre'> = { method: 'get', path: '/v1/centre' }
export const updateSettings: Operation<'updateSettings'> = { method: 'patch', path: '/v1/centre/settings' }
export const beginOffboarding: Operation<'beginOffboarding'> = { method: 'post', path: '/v1/centre/offboarding' }
export const readOffboarding: Operation<'readOffboarding'> = { method: 'get', path: '/v1/centre/offboarding' }
export const createClient: Operation<'createClient'> = { method: 'post', path: '/v1/clients' }
export const searchClients: Operation<'searchClients'> = { method: 'post', path: '/v1/clients/search' }
export const getClient: Operation<'getClient'> = { method: 'get', path: '/v1/clients/{client}' }
export const updateClient: Operation<'updateClient'> = { method: 'patch', path: '/v1/clients/{client}' }
export const mergeClients: Operation<'mergeClients'> = { method: 'post', path: '/v1/clients/{client}/merge' }
export const getClientTimeline: Operation<'getClientTimeline'> = { method: 'get', path: '/v1/clients/{client}/timeline' }
export const giveConsent: Operation<'giveConsent'> = { method: 'post', path: '/v1/clients/{client}/consents' }
export const listConsents: Operation<'listConsents'> = { method: 'get', path: '/v1/clients/{client}/consents' }
export const getConsent: Operation<'getConsent'> = { method: 'get', path: '/v1/consents/{consent}' }
export const getConsentTimeline: Operation<'getConsentTimeline'> = { method: 'get', path: '/v1/consents/{consent}/timeline' }
export const withdrawConsent: Operation<'withdrawConsent'> = { method: 'post', path: '/v1/consents/{consent}/withdraw' }
export const logContact: Operation<'logContact'> = { method: 'post', path: '/v1/referrals/{referral}/contacts' }
export const listContacts: Operation<'listContacts'> = { method: 'get', path: '/v1/referrals/{referral}/contacts' }
export const getContact: Operation<'getContact'> = { method: 'get', path: '/v1/contacts/{contact}' }
export const retractContact: Operation<'retractContact'> = { method: 'post', path: '/v1/contacts/{contact}/retract' }
export const getContactTimeline: Operation<'getContactTimeline'> = { method: 'get', path: '/v1/contacts/{contact}/timeline' }
export const setDirective: Operation<'setDirective'> = { method: 'post', path: '/v1/clients/{client}/directives' }
export const listDirectives: Operation<'listDirectives'> = { method: 'get', path: '/v1/clients/{client}/directives' }
export const getDirective: Operation<'getDirective'> = { method: 'get', path: '/v1/directives/{directive}' }
export const getDirectiveTimeline: Operation<'getDirectiveTimeline'> = { method: 'get', path: '/v1/directives/{directive}/timeline' }
export const liftDirective: Operation<'liftDirective'> = { method: 'post', path: '/v1/directives/{directive}/lift' }
export const breakGlass: Operation<'breakGlass'> = { method: 'post', path: '/v1/break-glass' }
export const saveExtractDefinition: Operation<'saveExtractDefinition'> = { method: 'post', path: '/v1/extract-definitions' }
export const listExtractDefinitions: Operation<'listExtractDefinitions'> = { method: 'get', path: '/v1/extract-definitions' }
export const getExtractDefinition: Operation<'getExtractDefinition'> = { method: 'get', path: '/v1/extract-definitions/{extractDefinition}' }
export const updateExtractDefinition: Operation<'updateExtractDefinition'> = { method: 'patch', path: '/v1/extract-definitions/{extractDefinition}' }
export const removeExtractDefinition: Operation<'removeExtractDefinition'> = { method: 'post', path: '/v1/extract-definitions/{extractDefinition}/remove' }
export const takeExtract: Operation<'takeExtract'> = { method: 'post', path: '/v1/extracts' }
export const listExtracts: Operation<'listExtracts'> = { method: 'get', path: '/v1/extracts' }
export const getExtract: Operation<'getExtract'> = { method: 'get', path: '/v1/extracts/{extract}' }
export const getExtractDictionary: Operation<'getExtractDictionary'> = { method: 'get', path: '/v1/extracts/{extract}/dictionary' }
export const setGoal: Operation<'setGoal'> = { method: 'post', path: '/v1/referrals/{referral}/goals' }
export const listGoals: Operation<'listGoals'> = { method: 'get', path: '/v1/referrals/{referral}/goals' }
export const getGoal: Operation<'getGoal'> = { method: 'get', path: '/v1/goals/{goal}' }
export const updateGoal: Operation<'updateGoal'> = { method: 'patch', path: '/v1/goals/{goal}' }
export const reviewGoal: Operation<'reviewGoal'> = { method: 'post', path: '/v1/goals/{goal}/review' }
export const retractGoal: Operation<'retractGoal'> = { method: 'post', path: '/v1/goals/{goal}/retract' }
export const getGoalTimeline: Operation<'getGoalTimeline'> = { method: 'get', path: '/v1/goals/{goal}/timeline' }
export const recordIncident: Operation<'recordIncident'> = { method: 'post', path: '/v1/incidents' }
export const listIncidents: Operation<'listIncidents'> = { method: 'get', path: '/v1/incidents' }
export const getIncident: Operation<'getIncident'> = { method: 'get', path: '/v1/incidents/{incident}' }
export const updateIncident: Operation<'updateIncident'> = { method: 'patch', path: '/v1/incidents/{incident}' }
export const listAffected: Operation<'listAffected'> = { method: 'get', path: '/v1/incidents/{incident}/affected' }
export const readInsights: Operation<'readInsights'> = { method: 'get', path: '/v1/insights' }
export const readFigures: Operation<'readFigures'> = { method: 'get', path: '/v1/insights/figures' }
export const createKey: Operation<'createKey'> = { method: 'post', path: '/v1/partners/{partner}/keys' }
export const listKeys: Operation<'listKeys'> = { method: 'get', path: '/v1/partners/{partner}/keys' }
export const getKey: Operation<'getKey'> = { method: 'get', path: '/v1/keys/{key}' }
export const rotateKey: Operation<'rotateKey'> = { method: 'post', path: '/v1/keys/{key}/rotate' }
export const revokeKey: Operation<'revokeKey'> = { method: 'post', path: '/v1/keys/{key}/revoke' }
export const listReferralMessages: Operation<'listReferralMessages'> = { method: 'get', path: '/v1/referrals/{referral}/messages' }
export const listMessages: Operation<'listMessages'> = { method: 'get', path: '/v1/messages' }
export const listInstruments: Operation<'listInstruments'> = { method: 'get', path: '/v1/instruments' }
export const recordOutcome: Operation<'recordOutcome'> = { method: 'post', path: '/v1/referrals/{referral}/outcomes' }
export const listOutcomes: Operation<'listOutcomes'> = { method: 'get', path: '/v1/referrals/{referral}/outcomes' }
export const compareOutcomes: Operation<'compareOutcomes'> = { method: 'get', path: '/v1/referrals/{referral}/outcomes/comparison' }
export const listFollowUps: Operation<'listFollowUps'> = { method: 'get', path: '/v1/referrals/{referral}/follow-ups' }
export const listOutcomesOfClient: Operation<'listOutcomesOfClient'> = { method: 'get', path: '/v1/clients/{client}/outcomes' }
export const getOutcome: Operation<'getOutcome'> = { method: 'get', path: '/v1/outcomes/{outcome}' }
export const getOutcomeTimeline: Operation<'getOutcomeTimeline'> = { method: 'get', path: '/v1/outcomes/{outcome}/timeline' }
export const retractOutcome: Operation<'retractOutcome'> = { method: 'post', path: '/v1/outcomes/{outcome}/retract' }
export const listListings: Operation<'listListings'> = { method: 'get', path: '/v1/partner/activities' }
export const createListing: Operation<'createListing'> = { method: 'post', path: '/v1/partner/activities' }
export const getListing: Operation<'getListing'> = { method: 'get', path: '/v1/partner/activities/{activity}' }
export const updateListing: Operation<'updateListing'> = { method: 'patch', path: '/v1/partner/activities/{activity}' }
export const listInbox: Operation<'listInbox'> = { method: 'get', path: '/v1/partner/prescriptions' }
export const readInbox: Operation<'readInbox'> = { method: 'get', path: '/v1/partner/prescriptions/{prescription}' }
export const answerInbox: Operation<'answerInbox'> = { method: 'post', path: '/v1/partner/prescriptions/{prescription}/answer' }
export const recordPartnerAttendances: Operation<'recordPartnerAttendances'> = { method: 'put', path: '/v1/partner/activities/{activity}/sessions/{date}/attendances' }
export const createPartner: Operation<'createPartner'> = { method: 'post', path: '/v1/partners' }
export const listPartners: Operation<'listPartners'> = { method: 'get', path: '/v1/partners' }
export const getPartner: Operation<'getPartner'> = { method: 'get', path: '/v1/partners/{partner}' }
export const updatePartner: Operation<'updatePartner'> = { method: 'patch', path: '/v1/partners/{partner}' }
export const deactivatePartner: Operation<'deactivatePartner'> = { method: 'post', path: '/v1/partners/{partner}/deactivate' }
export const activatePartner: Operation<'activatePartner'> = { method: 'post', path: '/v1/partners/{partner}/activate' }
export const getPartnerTimeline: Operation<'getPartnerTimeline'> = { method: 'get', path: '/v1/partners/{partner}/timeline' }
export const proposePrescription: Operation<'proposePrescription'> = { method: 'post', path: '/v1/referrals/{referral}/prescriptions' }
export const listPrescriptions: Operation<'listPrescriptions'> = { method: 'get', path: '/v1/referrals/{referral}/prescriptions' }
export const getPrescription: Operation<'getPrescription'> = { method: 'get', path: '/v1/prescriptions/{prescription}' }
export const updatePrescription: Operation<'updatePrescription'> = { method: 'patch', path: '/v1/prescriptions/{prescription}' }
export const getPrescriptionTimeline: Operation<'getPrescriptionTimeline'> = { method: 'get', path: '/v1/prescriptions/{prescription}/timeline' }
export const requestPrescription: Operation<'requestPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/request' }
export const answerPrescription: Operation<'answerPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/answer' }
export const startPrescription: Operation<'startPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/start' }
export const takeBackPrescription: Operation<'takeBackPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/take-back' }
export const retractPrescription: Operation<'retractPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/retract' }
export const cancelPrescription: Operation<'cancelPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/cancel' }
export const failPrescription: Operation<'failPrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/fail' }
export const completePrescription: Operation<'completePrescription'> = { method: 'post', path: '/v1/prescriptions/{prescription}/complete' }
export const getAccessReport: Operation<'getAccessReport'> = { method: 'get', path: '/v1/clients/{client}/access-report' }
export const getClientRecord: Operation<'getClientRecord'> = { method: 'get', path: '/v1/clients/{client}/record' }
export const listCorrections: Operation<'listCorrections'> = { method: 'get', path: '/v1/clients/{client}/corrections' }
export const attachStatement: Operation<'attachStatement'> = { method: 'post', path: '/v1/clients/{client}/statements' }
export const listStatements: Operation<'listStatements'> = { method: 'get', path: '/v1/clients/{client}/statements' }
export const getStatement: Operation<'getStatement'> = { method: 'get', path: '/v1/statements/{statement}' }
export const requestReferral: Operation<'requestReferral'> = { method: 'post', path: '/v1/referrals' }
export const listReferrals: Operation<'listReferrals'> = { method: 'get', path: '/v1/referrals' }
export const referNewClient: Operation<'referNewClient'> = { method: 'post', path: '/v1/referrals/with-client' }
export const getReferral: Operation<'getReferral'> = { method: 'get', path: '/v1/referrals/{referral}' }
export const getReferralTimeline: Operation<'getReferralTimeline'> = { method: 'get', path: '/v1/referrals/{referral}/timeline' }
export const acceptReferral: Operation<'acceptReferral'> = { method: 'post', path: '/v1/referrals/{referral}/accept' }
export const assignReferral: Operation<'assignReferral'> = { method: 'post', path: '/v1/referrals/{referral}/assign' }
export const startReferral: Operation<'startReferral'> = { method: 'post', path: '/v1/referrals/{referral}/start' }
export const holdReferral: Operation<'holdReferral'> = { method: 'post', path: '/v1/referrals/{referral}/hold' }
export const resumeReferral: Operation<'resumeReferral'> = { method: 'post', path: '/v1/referrals/{referral}/resume' }
export const takeBackReferral: Operation<'takeBackReferral'> = { method: 'post', path: '/v1/referrals/{referral}/take-back' }
export const retractReferral: Operation<'retractReferral'> = { method: 'post', path: '/v1/referrals/{referral}/retract' }
export const rejectReferral: Operation<'rejectReferral'> = { method: 'post', path: '/v1/referrals/{referral}/reject' }
export const cancelReferral: Operation<'cancelReferral'> = { method: 'post', path: '/v1/referrals/{referral}/cancel' }
export const failReferral: Operation<'failReferral'> = { method: 'post', path: '/v1/referrals/{referral}/fail' }
export const completeReferral: Operation<'completeReferral'> = { method: 'post', path: '/v1/referrals/{referral}/complete' }
export const listRetentionDue: Operation<'listRetentionDue'> = { method: 'get', path: '/v1/retention/due' }
export const setHold: Operation<'setHold'> = { method: 'post', path: '/v1/clients/{client}/holds' }
export const listHolds: Operation<'listHolds'> = { method: 'get', path: '/v1/clients/{client}/holds' }
export const getHold: Operation<'getHold'> = { method: 'get', path: '/v1/holds/{hold}' }
export const liftHold: Operation<'liftHold'> = { method: 'post', path: '/v1/holds/{hold}/lift' }
export const disposeClient: Operation<'disposeClient'> = { method: 'post', path: '/v1/clients/{client}/dispose' }
export const listDisposals: Operation<'listDisposals'> = { method: 'get', path: '/v1/disposals' }
export const getDisposal: Operation<'getDisposal'> = { method: 'get', path: '/v1/disposals/{disposal}' }
export const sendShortlist: Operation<'sendShortlist'> = { method: 'post', path: '/v1/clients/{client}/shortlists' }
export const listShortlists: Operation<'listShortlists'> = { method: 'get', path: '/v1/clients/{client}/shortlists' }
export const getShortlist: Operation<'getShortlist'> = { method: 'get', path: '/v1/shortlists/{shortlist}' }
export const recordSignpost: Operation<'recordSignpost'> = { method: 'post', path: '/v1/signposts' }
export const listSignposts: Operation<'listSignposts'> = { method: 'get', path: '/v1/signposts' }
export const listClientSignposts: Operation<'listClientSignposts'> = { method: 'get', path: '/v1/clients/{client}/signposts' }
export const getSignpost: Operation<'getSignpost'> = { method: 'get', path: '/v1/signposts/{signpost}' }
export const retractSignpost: Operation<'retractSignpost'> = { method: 'post', path: '/v1/signposts/{signpost}/retract' }
export const getMe: Operation<'getMe'> = { method: 'get', path: '/v1/me' }
export const updateMe: Operation<'updateMe'> = { method: 'patch', path: '/v1/me' }
export const listStaff: Operation<'listStaff'> = { method: 'get', path: '/v1/staff' }
export const inviteColleague: Operation<'inviteColleague'> = { method: 'post', path: '/v1/staff' }
export const getStaff: Operation<'getStaff'> = { method: 'get', path: '/v1/staff/{staff}' }
export const updateStaff: Operation<'updateStaff'> = { method: 'patch', path: '/v1/staff/{staff}' }
export const deactivateStaff: Operation<'deactivateStaff'> = { method: 'post', path: '/v1/staff/{staff}/deactivate' }
export const reactivateStaff: Operation<'reactivateStaff'> = { method: 'post', path: '/v1/staff/{staff}/reactivate' }
export const listTasks: Operation<'listTasks'> = { method: 'get', path: '/v1/tasks' }
export const summarizeTasks: Operation<'summarizeTasks'> = { method: 'get', path: '/v1/tasks/summary' }
export const listNavigators: Operation<'listNavigators'> = { method: 'get', path: '/v1/navigators' }
export const getHandOff: Operation<'getHandOff'> = { method: 'get', path: '/v1/hand-offs/{handOff}' }
export const completeHandOff: Operation<'completeHandOff'> = { method: 'post', path: '/v1/hand-offs/{handOff}/complete' }
export const takeBackHandOff: Operation<'takeBackHandOff'> = { method: 'post', path: '/v1/hand-offs/{handOff}/take-back' }
export const getHandOffTimeline: Operation<'getHandOffTimeline'> = { method: 'get', path: '/v1/hand-offs/{handOff}/timeline' }
export const readNetworkInsights: Operation<'readNetworkInsights'> = { method: 'get', path: '/v1/admin/insights' }
export const listCentres: Operation<'listCentres'> = { method: 'get', path: '/v1/admin/centres' }
export const onboardCentre: Operation<'onboardCentre'> = { method: 'post', path: '/v1/admin/centres' }
export const getRegisteredCentre: Operation<'getRegisteredCentre'> = { method: 'get', path: '/v1/admin/centres/{centre}' }
export const suspendCentre: Operation<'suspendCentre'> = { method: 'post', path: '/v1/admin/centres/{centre}/suspend' }
export const resumeCentre: Operation<'resumeCentre'> = { method: 'post', path: '/v1/admin/centres/{centre}/resume' }
export const readCertificate: Operation<'readCertificate'> = { method: 'get', path: '/v1/admin/centres/{centre}/offboarding' }
