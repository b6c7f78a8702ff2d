/**
 * Everything that can go wrong on purpose. Each class names one kind of refusal; `code` picks its words in
 * `shared/i18n` (`problem.<code>.title` and `.detail`, filled from `params`) and `status` its HTTP answer.
 */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  readonly code: string
  readonly status: number
  readonly params: Params
  /** Machine-readable members added to the problem document beside the standard ones. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, params: Params = {}, members: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.status = status
    this.params = params
    this.members = members
  }
}

export type Params = Readonly<Record<string, string | number>>

/** One thing wrong in the input: a JSON pointer, and the code (with params) of the sentence that explains it. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly params?: Params
}

/** The caller is not known: no credentials, or credentials that no longer hold. */
export class Unauthenticated extends Refusal {
  override readonly name = 'Unauthenticated'
  constructor() {
    super('unauthenticated', 401)
  }
}

/** The caller is known and lacks a permission, which the answer names. */
export class Forbidden extends Refusal {
  override readonly name = 'Forbidden'
  constructor(permission: string) {
    super('forbidden', 403, { permission }, { permission })
  }
}

/** No such thing here. A foreign tenant's id, an id of another kind and a made-up id all get this same answer. */
export class NotFound extends Refusal {
  override readonly name = 'NotFound'
  constructor() {
    super('not-found', 404)
  }
}

/** The input is readable and breaks a rule of its schema; `faults` say where and how. */
export class InvalidInput extends Refusal {
  override readonly name = 'InvalidInput'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('invalid-input', 422, { count: faults.length })
    this.faults = faults
  }
}

/** The status forbids the step. Says what is allowed now. */
export class InvalidTransition extends Refusal {
  override readonly name = 'InvalidTransition'
  constructor(from: string, to: string, allowed: readonly string[]) {
    super('invalid-transition', 409, { from, to, allowed: allowed.join(', ') || '–' }, { from, to, allowed })
  }
}

/** The address is right and the method is not one of its own. */
export class MethodNotAllowed extends Refusal {
  override readonly name = 'MethodNotAllowed'
  readonly methods: readonly string[]
  constructor(methods: readonly string[]) {
    super('method-not-allowed', 405, { methods: methods.join(', ') })
    this.methods = methods
  }
}

/** The state of things (not the input) rules the step out, for a reason that `code` names. */
export class Conflict extends Refusal {
  override readonly name = 'Conflict'
  constructor(code: string, params: Params = {}, members: Readonly<Record<string, unknown>> = {}) {
    super(code, 409, params, members)
  }
}

/** The version that the caller saw is not the version that is. */
export class PreconditionFailed extends Refusal {
  override readonly name = 'PreconditionFailed'
  constructor() {
    super('precondition-failed', 412)
  }
}

/** The database turned the request away for load, and went on doing so through every retry. */
export class Throttled extends Refusal {
  override readonly name = 'Throttled'
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds = 2) {
    super('throttled', 503, { seconds: retryAfterSeconds })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The caller used up a quota. Says which, and when there is a new one. */
export class TooManyRequests extends Refusal {
  override readonly name = 'TooManyRequests'
  readonly retryAfterSeconds: number
  constructor(policy: string, retryAfterSeconds: number) {
    const params = { seconds: retryAfterSeconds, count: retryAfterSeconds }
    super('too-many-requests', 429, params, { 'violated-policies': [policy] })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * Somebody else took a shared thing (a place, a queue position) in the same instant. The command may be run again from
 * its start: it will see the new state. Callers never see this error unless every run lost.
 */
export class Contended extends Refusal {
  override readonly name = 'Contended'
  constructor() {
    super('contended', 409)
  }
}
