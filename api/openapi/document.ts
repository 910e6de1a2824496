/** The OpenAPI 3.1 document, made from the contract. */
import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { documentSchema } from '../../src/intake/document/schema.ts'
import { nameOf } from '../access/cookies.ts'
import { PERMISSIONS } from '../access/permissions.ts'
import { problemResponse } from '../contract/problem.ts'
import { reportResponse } from '../contract/report.ts'
import { operationResponse } from '../contract/solves.ts'
import { rotaResponse } from '../contract/weeks.ts'
import { PROBLEMS, type ProblemKind } from '../problems.ts'
import { ALWAYS, type Answer, type Call } from './call.ts'
import { CALLS } from './calls.ts'

export type Json = { readonly [name: string]: unknown }

/** Schemas that stand once in the document, under these names. */
const NAMED_SCHEMAS: readonly (readonly [z.ZodType, string])[] = [
  [documentSchema, 'Document'],
  [reportResponse, 'Report'],
  [operationResponse, 'Operation'],
  [rotaResponse, 'Rota'],
  [problemResponse, 'Problem'],
]
const NAMED: ReadonlyMap<unknown, string> = new Map(NAMED_SCHEMAS)

export const OPENAPI: Json = {
  openapi: '3.1.0',
  info: {
    title: 'rota',
    version: packageJson.version,
    description: packageJson.description,
    license: { name: packageJson.license, identifier: packageJson.license },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  servers: [{ url: '/' }],
  paths: pathsOf(CALLS),
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'A key that an administrator has made.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: nameOf('session', true),
        description: 'The session of somebody who has signed in.',
      },
    },
    schemas: Object.fromEntries(NAMED_SCHEMAS.map(([schema, name]) => [name, plainSchema(schema, ioOf(schema))])),
  },
}

function pathsOf(calls: readonly Call[]): Json {
  const paths = new Map<string, Record<string, Json>>()
  for (const call of calls) paths.set(call.path, { ...paths.get(call.path), [call.method]: operationOf(call) })
  return Object.fromEntries(paths)
}

function operationOf(call: Call): Json {
  const parameters = [...(call.parameters ?? []).map(parameterOf), ...queryOf(call)]
  return {
    operationId: call.name,
    summary: call.does,
    description: whoMay(call),
    security: securityOf(call),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(call.body ? { requestBody: { required: true, content: jsonContent(call.body) } } : {}),
    responses: { ...answersOf(call), ...problemsOf([...call.problems, ...refusalsOf(call), ...ALWAYS]) },
  }
}

/** Told as the table has it: for readers, and for programs that ask before they try. */
function whoMay({ name }: Call): string {
  const by = PERMISSIONS[name]?.by ?? []
  if (by === 'anybody') return 'For anybody.'
  return by === 'signed-in' ? 'For whoever has signed in.' : `For these roles, where people sign in: ${by.join(', ')}.`
}

/** Nothing is needed at a service for its own machine, where nobody signs in. */
function securityOf({ name }: Call): readonly Json[] {
  const { by, only } = PERMISSIONS[name] ?? { by: [] }
  if (by === 'anybody') return []
  return [...(only === 'person' ? [] : [{ key: [] }]), { session: [] }, {}]
}

function refusalsOf({ name }: Call): readonly ProblemKind[] {
  return PERMISSIONS[name]?.by === 'anybody' ? [] : ['not-signed-in', 'forbidden']
}

function parameterOf({ name, in: place, does, pattern }: NonNullable<Call['parameters']>[number]): Json {
  const schema = { type: 'string', ...(pattern ? { pattern } : {}) }
  return { name, in: place, required: place === 'path', description: does, schema }
}

function queryOf({ query }: Call): Json[] {
  const fields = query ? plainSchema(query, 'input').properties : {}
  return Object.entries(fields ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

function answersOf({ answers }: Call): Json {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]))
}

function answerOf({ does, schema, type, headers = {} }: Answer): Json {
  const texts = Object.entries(headers).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ])
  return {
    description: does,
    ...(texts.length > 0 ? { headers: Object.fromEntries(texts) } : {}),
    ...(schema ? { content: jsonContent(schema) } : {}),
    ...(type ? { content: { [type]: { schema: { type: 'string' } } } } : {}),
  }
}

/** Problems of one status are told apart by their `type`. */
function problemsOf(kinds: readonly ProblemKind[]): Json {
  const statuses = new Set(kinds.map((kind) => PROBLEMS[kind].status))
  return Object.fromEntries(
    [...statuses].map((status) => {
      const same = kinds.filter((kind) => PROBLEMS[kind].status === status)
      const description = same.map((kind) => `\`${kind}\`: ${PROBLEMS[kind].title}`).join(' ')
      return [status, { description, content: { 'application/problem+json': { schema: refTo('Problem') } } }]
    }),
  )
}

function jsonContent(schema: z.ZodType): Json {
  const name = NAMED.get(schema)
  return { 'application/json': { schema: name ? refTo(name) : plainSchema(schema, ioOf(schema)) } }
}

function refTo(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

/** A document is told as it comes in, everything else as it goes out. */
function ioOf(schema: z.ZodType): 'input' | 'output' {
  return schema === documentSchema ? 'input' : 'output'
}

function plainSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    // What stands under a name is referred to, not repeated.
    override: ({ zodSchema, jsonSchema }) => {
      const name = NAMED.get(zodSchema)
      // The schema itself is written out, where it is the one that is asked for.
      if (name === undefined || name === NAMED.get(schema)) return
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key)
      Object.assign(jsonSchema, refTo(name))
    },
  })
  return rest
}
