/**
 * Index spaces. A column has different indices in the draft, in the model made of it and in a subproblem of that; a row has one in the
 * model and another in a session, which also has rows that cap levels. Separate types keep them from being mixed up.
 */

declare const space: unique symbol

/** A column of a draft. */
export type DraftColumn = number & { readonly [space]: 'draft' }

/** A column of a model's programme. */
export type ModelColumn = number & { readonly [space]: 'model' }

/** A column of a subproblem. */
export type SubColumn = number & { readonly [space]: 'subproblem' }

/** A row of a model's programme, its cuts included. */
export type ModelRow = number & { readonly [space]: 'model row' }

/** A row of a session. */
export type SessionRow = number & { readonly [space]: 'session row' }

/** All indices of a space, 0 to `count` − 1. */
export function indices<T extends number>(count: number): T[] {
  return Array.from({ length: count }, (_, k) => k as T)
}
