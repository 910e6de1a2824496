/** The code of a network in queries and bodies: a database keeps no text with a zero in it. */
import { z } from 'zod'

export const networkCode = z
  .string()
  .refine((text) => /^[^\p{Cc}]{1,64}$/u.test(text), 'must be the code of a network.')
  // The same, without classes of Unicode, whose versions differ from program to program.
  .meta({ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]{1,64}$' })
