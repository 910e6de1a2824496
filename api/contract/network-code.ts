/** A network's code in queries and bodies: PostgreSQL stores no text containing U+0000. */
import { z } from 'zod'

export const networkCode = z
  .string()
  .refine((text) => /^[^\p{Cc}]{1,64}$/u.test(text), 'must be the code of a network.')
  // The same without Unicode classes, whose versions differ between programs.
  .meta({ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]{1,64}$' })
