/** Whether each place where a person can stand is known: of documents, rules, rotas, judgements and problems. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keptShapes } from '../../../api/people/kept-shapes.ts'
import { ruleBook } from '../../../solver/rules/index.ts'
import { BadInput, type Complaint } from '../../../src/errors.ts'
import { SHAPES } from '../../../src/intake/document/check-rules.ts'
import { fullSchema } from '../../../src/intake/document/full-schema.ts'
import { holding, holdsOf } from '../../../src/intake/document/holds.ts'
import { documentSchema } from '../../../src/intake/document/schema.ts'
import { checkDocument } from '../../../src/intake/document.ts'
import { rewriteStrings, stringsIn } from '../../../src/intake/strings-in.ts'
import type { NumberShape, RuleEntry } from '../../../src/policy.ts'
import { smallDocument } from '../../small-document.ts'

interface Leaf {
  readonly schema: z.core.$ZodType
  /** Fields from the root; `*` for a row of a list, `{}` for the name of a field that somebody chose. */
  readonly at: string
}

/** Every schema of a string. */
function stringsOf(schema: z.core.$ZodType, at = ''): Leaf[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, one]) => stringsOf(one, `${at}/${name}`))
  if (schema instanceof z.ZodArray) return stringsOf(schema.element, `${at}/*`)
  if (schema instanceof z.ZodRecord)
    return [...stringsOf(schema.keyType, `${at}/{}`), ...stringsOf(schema.valueType, `${at}/*`)]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => stringsOf(one, at))
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return stringsOf(schema.unwrap(), at)
  const holdsNone = [z.ZodNumber, z.ZodBoolean, z.ZodLiteral, z.ZodEnum].some((kind) => schema instanceof kind)
  return holdsNone ? [] : [{ schema, at }]
}

const SCHEMAS: readonly (readonly [string, z.core.$ZodType])[] = [
  ...Object.entries(keptShapes(ruleBook())),
  ...Object.entries(SHAPES).map(([shape, schema]) => [`numbers of the shape ${shape}`, schema] as const),
]

describe('what a string holds is said by its schema', () => {
  it.each(SCHEMAS)('in %s', (_, schema) => {
    const silent = stringsOf(schema).filter((leaf) => holdsOf(leaf.schema) === null)
    expect(silent.map(({ at }) => at)).toEqual([])
  })

  it.each(SCHEMAS)('and what is called a person is one, in %s', (_, schema) => {
    const called = stringsOf(schema).filter(({ at }) => /\/(person|people\/\*|supervisor|who)$/.test(at))
    expect(called.filter((leaf) => holdsOf(leaf.schema) !== 'person').map(({ at }) => at)).toEqual([])
  })
})

/** Values with every field, one row to a list, and strings that nothing is called by; one for each way of a union. */
function examplesOf(schema: z.core.$ZodType): unknown[] {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, one]) => [name, examplesOf(one)] as const)
    const most = Math.max(1, ...fields.map(([, examples]) => examples.length))
    return Array.from({ length: most }, (_, n) =>
      Object.fromEntries(fields.map(([name, examples]) => [name, examples[n % examples.length]])),
    )
  }
  if (schema instanceof z.ZodArray) return examplesOf(schema.element).map((one) => [one])
  if (schema instanceof z.ZodRecord) return examplesOf(schema.valueType).map((one) => ({ 'nobody-at-all': one }))
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(examplesOf)
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return examplesOf(schema.unwrap())
  if (schema instanceof z.ZodEnum) return [schema.options[0]]
  if (schema instanceof z.ZodLiteral) return [[...schema.values][0]]
  if (schema instanceof z.ZodBoolean) return [true]
  return schema instanceof z.ZodNumber ? [1] : ['nobody-at-all']
}

function complaintsOf(document: unknown, rules: readonly RuleEntry[]): readonly Complaint[] {
  try {
    checkDocument(document, rules)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
    throw error
  }
  return []
}

const BOOK: readonly RuleEntry[] = [
  {
    id: 'any',
    title: 'Any rule.',
    level: 'wish',
    numbers: Object.fromEntries(Object.keys(SHAPES).map((shape) => [shape, shape as NumberShape])),
  },
]

function pointersToPeople(document: unknown): string[] {
  const found = stringsIn(fullSchema(BOOK), document).filter(({ holds }) => holds === 'person')
  return found.map(({ at }) => at.map((step) => `/${step}`).join(''))
}

describe('wherever a document is asked for the id of a person, the walk sees one', () => {
  const fields = Object.entries(documentSchema.shape).filter(([name]) => name !== 'rules')
  const documents = fields.flatMap(([name, schema]) =>
    examplesOf(schema).map((example) => [name, { ...smallDocument(), [name]: example }] as const),
  )
  const rules = Object.entries(SHAPES).flatMap(([shape, schema]) => {
    const pairs = examplesOf(schema).map((one) => (shape === 'part-pairs' ? [['nobody-at-all', 'pm']] : one))
    return pairs.map(
      (example) => [`rules, ${shape}`, { ...smallDocument(), rules: { any: { [shape]: example } } }] as const,
    )
  })

  it.each([...documents, ...rules])('in %s', (_, document) => {
    const complaints = complaintsOf(document, BOOK).filter(({ detail }) => detail.includes('no person with this id'))
    const people = pointersToPeople(document)
    expect(complaints.map(({ pointer }) => pointer).filter((pointer) => !people.includes(pointer))).toEqual([])
  })

  it('and the examples do ask for some', () => {
    const asked = [...documents, ...rules].filter(([, document]) =>
      complaintsOf(document, BOOK).some(({ detail }) => detail.includes('no person with this id')),
    )
    expect(asked.map(([name]) => name)).toEqual(expect.arrayContaining(['pins', 'rules, wanted']))
  })
})

describe('the walk', () => {
  const person = holding('person', z.string())
  const schema = z.strictObject({
    by: z.record(person, z.number()),
    groups: z.array(z.array(person)),
    one: z.union([z.literal(false), z.strictObject({ who: person })]).optional(),
    note: holding('text', z.string()).exactOptional(),
  })

  it('changes names of fields that are ids, and leaves those that are the schema’s', () => {
    const value = { by: { p1: 1, p2: 2 }, groups: [['p1', 'p2'], ['p1']], one: { who: 'p1' }, note: 'p1' }
    const rename = ({ text, holds }: { text: string; holds: string }) =>
      holds === 'person' && text === 'p1' ? 'former-1' : text
    expect(rewriteStrings(schema, value, rename)).toEqual({
      by: { 'former-1': 1, p2: 2 },
      groups: [['former-1', 'p2'], ['former-1']],
      one: { who: 'former-1' },
      note: 'p1',
    })
  })

  it('meets what the schema does not know, and says so', () => {
    const found = stringsIn(schema, { by: {}, groups: [], old: [{ p1: 'here' }] })
    expect(found.map(({ text, holds, isKey }) => [text, holds, isKey])).toEqual([
      ['old', 'unknown', true],
      ['p1', 'unknown', true],
      ['here', 'unknown', false],
    ])
  })
})
