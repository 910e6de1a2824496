/** Compile-time check that an API schema and its handwritten type are the same. */
import type { Same } from '../../src/intake/document/schema.ts'

type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T

/** `true` if both have the same fields, ignoring `readonly`; otherwise `never`, which doesn't compile. */
export type Agrees<Read, Written> = Same<Loose<Read>, Loose<Written>>
