/** Whether a schema of the API and the written type of what it describes are the same. */
import type { Same } from '../../src/intake/document/schema.ts'

type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T

/** `true` where both have the same fields, whatever is read-only; `never`, which doesn't compile, where they part ways. */
export type Agrees<Read, Written> = Same<Loose<Read>, Loose<Written>>
