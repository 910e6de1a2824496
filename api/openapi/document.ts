/** The OpenAPI 3.1 document, made from the declarations of the calls. */
import packageJson from '../../package.json' with { type: 'json' }
import { nameOf } from '../access/cookies.ts'
import type { Call } from '../calls/call.ts'
import { TAGS } from '../calls/tags.ts'
import { type ComponentBook, type Json, openComponentBook } from './component-book.ts'
import { operationOf } from './operation.ts'
import { webhooksOf } from './webhooks.ts'

const DESCRIPTION = `${packageJson.description}

Requests and answers are JSON in UTF-8; a request body has at most 8 MiB, a file 96 MiB. Dates are \`YYYY-MM-DD\` and times local to the network’s time
zone, unless they are moments (\`2026-11-30T08:30:00.000Z\`). Fields that we do not know are refused by name. A problem is
\`application/problem+json\` (RFC 9457), with every complaint at once. Where people sign in, calls are made with the key of a system or
in a signed-in browser; elsewhere the service answers to its own machine only.`

const KEY = 'A key created by an administrator, sent as `Authorization: Bearer KEY`.'

export function openApiOf(calls: readonly Call[]): Json {
  const book = openComponentBook()
  const paths = pathsOf(calls, book)
  const webhooks = webhooksOf(book)
  return {
    openapi: '3.1.0',
    info: {
      title: 'rota',
      version: packageJson.version,
      description: DESCRIPTION,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: '/', description: 'This service.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    webhooks,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: KEY },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: nameOf('session', true),
          description: 'The session of a signed-in person.',
        },
      },
      headers: HEADERS,
      schemas: book.components(),
    },
  }
}

const HEADERS: Json = {
  RequestId: {
    description:
      'Identifies this request in the service’s log: the request’s own `X-Request-Id`, if short and plain, otherwise a new one.',
    schema: { type: 'string' },
  },
  RetryAfter: { description: 'Seconds to wait before trying again.', schema: { type: 'string', pattern: '^\\d+$' } },
  Authenticate: { description: 'How to authenticate.', schema: { type: 'string' } },
  NewestVersion: { description: 'The ETag of the latest version, if there is one.', schema: { type: 'string' } },
}

function pathsOf(calls: readonly Call[], book: ComponentBook): Json {
  const paths = new Map<string, Record<string, Json>>()
  for (const call of calls) paths.set(call.path, { ...paths.get(call.path), [call.method]: operationOf(call, book) })
  return Object.fromEntries(paths)
}
