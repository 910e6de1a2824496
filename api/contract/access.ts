/** Schemas of users, their grants, and systems' keys. */
import { z } from 'zod'
import { EVERY_NETWORK, isForAll, ROLES } from '../store/grants.ts'
import { named } from './named.ts'

const grant = z
  .strictObject({
    role: z.enum(ROLES),
    network: z
      .string()
      .regex(/^(?:\*|[\p{L}\p{N}][^\s\p{C}]{0,63})$/u)
      .describe('A network’s code; `*` for monitors and administrators, whose roles cover the whole service.'),
  })
  .refine(
    ({ role, network }) => isForAll(role) === (network === EVERY_NETWORK),
    'must name one network for staff, a manager or a director, and "*" for a monitor or an administrator.',
  )

/** More than anybody needs, and few enough to load on every call. */
const grants = z.array(grant).max(200)

/** Free text; PostgreSQL stores no text containing U+0000. */
const words = z
  .string()
  .refine((text) => !/\p{Cc}/u.test(text), 'must not hold control characters.')
  // The same without Unicode classes, which not every OpenAPI tool supports.
  .meta({ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$' })

const name = words.trim().max(200)

export const invitationRequest = z
  .strictObject({
    name: name.exactOptional(),
    email: z
      .email()
      .max(254)
      .exactOptional()
      .describe('The person whose email address this is, as verified by the provider.'),
    subject: words
      .min(1)
      .max(255)
      .exactOptional()
      .describe('The provider’s subject identifier, if it verifies no addresses.'),
    grants,
  })
  .refine(({ email, subject }) => email !== undefined || subject !== undefined, 'must have an email or a subject.')

export const rolesRequest = z.strictObject({ grants })

export const keyRequest = z.strictObject({
  name: words.trim().min(1).max(200),
  grants: grants.min(1),
  days: z.int().min(1).max(366).exactOptional().describe('Days until it expires; default: 90.'),
})

// Answers.

const grantResponse = named('Grant', z.strictObject({ role: z.enum(ROLES), network: z.string() }))

export const meResponse = z.strictObject({
  actor: z.string(),
  name: z.string(),
  /** How the caller was authenticated. */
  via: z.enum(['machine', 'session', 'key']),
  grants: z.array(grantResponse),
})

export const personResponse = named(
  'Account',
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    subject: z.string().nullable(),
    signedInAt: z.iso.datetime().nullable(),
    grants: z.array(grantResponse),
  }),
)
export type PersonResponse = z.infer<typeof personResponse>

export const peopleResponse = z.strictObject({ people: z.array(personResponse) })

export const keyResponse = named(
  'Key',
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    starts: z.string().describe('The first characters of the key.'),
    grants: z.array(grantResponse),
    madeAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    usedAt: z.iso.datetime().nullable().describe('When it was last used, to the minute.'),
  }),
)
export type KeyResponse = z.infer<typeof keyResponse>

export const keysResponse = z.strictObject({ keys: z.array(keyResponse) })

export const newKeyResponse = keyResponse.extend({ key: z.string().describe('The key itself, shown only once.') })
