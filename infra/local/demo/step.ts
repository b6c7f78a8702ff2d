/** The people of the loop, and the partner's software. */
export type Part = 'prescriber' | 'navigator' | 'partner' | 'evaluator' | 'alliance-evaluator'

/**
 * One thing that somebody does through the API, and what must come of it. `{name}` in a path, a body or a sentence is
 * what an earlier step kept under that name.
 */
export interface Step {
  readonly by: Part
  /** What they do: "refers the client to the navigators". */
  readonly does: string
  readonly send: readonly [method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown]
  /** Read just before: its version is the one that the step names. */
  readonly sees?: string
  /** What the answer must be: its status, and these members of its body, which may have others. */
  readonly gives: readonly [status: number, body?: unknown]
  /** What became of it, as a sentence's end; `{status}` is that member of the answer. */
  readonly became: string
  /** What later steps need, by the name they know it by: a path into the answer. */
  readonly keeps?: Readonly<Record<string, string>>
  /** What else must now be so, for whoever reads it. */
  readonly leaves?: { readonly by?: Part; readonly path: string; readonly body: unknown }
  /** Time that passes before: whole days, or until the afternoon of a date kept. */
  readonly after?: number | string
  /** Waits until the worker has handled all that happened so far. */
  readonly settles?: true
  /** Lines to show beneath, from the answer. */
  readonly shows?: (body: unknown) => readonly string[]
}

/** A member of a JSON document by its path: `items/0/id`. */
export function member(body: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body)
}

/** A list at a path. */
export function list(body: unknown, path: string): readonly unknown[] {
  const found = member(body, path)
  return Array.isArray(found) ? found : []
}

/** A text with every `{path}` replaced by what `find` has for it. */
export function filled(text: string, find: (path: string) => unknown): string {
  return text.replace(/\{([\w/-]+)\}/g, (_, path: string) => String(find(path)))
}
