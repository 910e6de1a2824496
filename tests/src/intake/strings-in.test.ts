/** Whether each place where a person can stand is known: of documents, rules, rotas, judgements and problems. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keptShapes } from '../../../api/people/kept-shapes.ts'
import { ruleBook } from '../../../solver/rules/index.ts'
import { SHAPES } from '../../../src/intake/document/check-rules.ts'
import { fullSchema } from '../../../src/intake/document/full-schema.ts'
import { holding, holdsOf } from '../../../src/intake/document/holds.ts'
import { documentSchema } from '../../../src/intake/document/schema.ts'
import { leavers } from '../../../src/intake/remarks/leavers.ts'
import type { RotaDocument } from '../../../src/intake/rota-document.ts'
import { rewriteStrings, stringsIn } from '../../../src/intake/strings-in.ts'
import type { NumberShape, RuleEntry } from '../../../src/policy.ts'
import { layOut } from '../../../src/time.ts'
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

/** Examples of numbers whose rows need two of something. */
const TWO: Readonly<Record<string, unknown>> = {
  'part-pairs': [['nobody-at-all', 'pm']],
  pairings: [{ people: ['nobody-at-all', 'nobody-else'], how: 'same-site', parts: ['nobody-at-all'] }],
}

/** Where the document names people whom it does not have: they are looked for, and remarked on. */
function namesOfNobody(document: unknown): string[] {
  return leavers(document as RotaDocument, layOut('2026-11-30', 1, 'Europe/London', [])).map(({ pointer }) => pointer)
}

describe('wherever people are looked for by their ids, the walk sees one', () => {
  const fields = Object.entries(documentSchema.shape).filter(([name]) => name !== 'rules')
  const documents = fields.flatMap(([name, schema]) =>
    examplesOf(schema).map((example) => [name, { ...smallDocument(), [name]: example }] as const),
  )
  const rules = Object.entries(SHAPES).flatMap(([shape, schema]) => {
    const pairs = examplesOf(schema).map((one) => TWO[shape] ?? one)
    return pairs.map(
      (example) => [`rules, ${shape}`, { ...smallDocument(), rules: { any: { [shape]: example } } }] as const,
    )
  })

  it.each([...documents, ...rules])('in %s', (_, document) => {
    const people = pointersToPeople(document)
    expect(namesOfNobody(document).filter((pointer) => !people.includes(pointer))).toEqual([])
  })

  it('and the examples do ask for some', () => {
    const asked = [...documents, ...rules].filter(([, document]) => namesOfNobody(document).length > 0)
    const lists = ['pins', 'published', 'history', 'before', 'rules, wanted', 'rules, part-limits', 'rules, pairings']
    expect(asked.map(([name]) => name)).toEqual(expect.arrayContaining(lists))
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
