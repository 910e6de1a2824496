/**
 * Index spaces. A column has one number in the draft, another in the model made of it and another in a subproblem of that; a row has one
 * in the model and another in a session, which also has rows that cap levels. Each is a type of its own, so that none is taken for another.
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

/** For each index of one space, as an array gives them: its number in that space. */
export function indices<T extends number>(count: number): T[] {
  return Array.from({ length: count }, (_, k) => k as T)
}
