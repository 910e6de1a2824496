/** Scenarios: applies changes to a document. Pure; reports every error at once. */
import { z } from 'zod'
import { BadInput } from '../../errors.ts'
import { addDays } from '../../time.ts'
import type { At } from '../document/check.ts'
import { Complaints, shorten } from '../document/complaints.ts'
import { readOne } from '../document/reading.ts'
import type { RotaDocument } from '../rota-document.ts'
import { CHANGE_SCHEMAS, type ChangeKind, type ChangeOf } from './change-schemas.ts'
import { add, away, change, remove } from './people-changes.ts'
import { close, demand, join, pay, pool, role, rooms, rules } from './place-changes.ts'
import type { Scene } from './scene.ts'

/** Maximum number of changes per scenario. */
const MOST_CHANGES = 200

type Apply<K extends ChangeKind> = (change: ChangeOf<K>, scene: Scene) => RotaDocument

const APPLY: { readonly [K in ChangeKind]: Apply<K> } = {
  add,
  remove,
  change,
  demand,
  join,
  close,
  rooms,
  pool,
  rules,
  away,
  role,
  pay,
}

export interface ChangeMeans {
  /** Generates a record's document for this week; without it, records are refused. */
  readonly drawn?: (record: unknown, from: string) => RotaDocument
}

/** Applies the changes in order. Throws one BadInput with every complaint; pointers start at the list of changes. */
export function applyChanges(document: RotaDocument, changes: unknown, means: ChangeMeans = {}): RotaDocument {
  const complaints = new Complaints()
  if (!Array.isArray(changes)) {
    complaints.add([], 'The changes of a scenario must be a list.', { seen: changes })
    return complaints.refuse()
  }
  if (changes.length > MOST_CHANGES) {
    complaints.add([], `A scenario may have up to ${MOST_CHANGES} changes.`, { seen: changes })
    return complaints.refuse()
  }
  let changed = document
  for (const [n, value] of changes.entries())
    changed = applied(value, { document: changed, at: [n], complaints }, means)
  complaints.throwIfAny()
  return changed
}

interface Where {
  readonly document: RotaDocument
  readonly at: At
  readonly complaints: Complaints
}

function applied(value: unknown, { document, at, complaints }: Where, means: ChangeMeans): RotaDocument {
  const kind = kindOf(value, at, complaints)
  if (kind === null) return document
  const { weeks = 1, from } = document.week
  const place: Scene = {
    document,
    from,
    to: addDays(from, weeks * 7 - 1),
    at: [...at, kind],
    complaints,
    drawn: (record) => theirWeek(record, from, means),
  }
  try {
    return read(kind, value, place)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    for (const { pointer, detail, seen, maybe } of error.complaints) {
      const inside = pointer.split('/').slice(1)
      complaints.add([...place.at, ...inside], detail, { ...(seen === undefined ? {} : { seen }), maybe })
    }
    return document
  }
}

function read<K extends ChangeKind>(kind: K, value: unknown, scene: Scene): RotaDocument {
  const content = (value as Readonly<Record<string, unknown>>)[kind]
  const given = readOne(content, { at: scene.at, schema: schemaFor(kind, content) }, scene.complaints)
  return given === null ? scene.document : APPLY[kind](given as ChangeOf<K>, scene)
}

/** For a kind with two shapes, chooses by the first field. */
function schemaFor(kind: ChangeKind, content: unknown): z.ZodType<unknown> {
  const schema = CHANGE_SCHEMAS[kind]
  if (!(schema instanceof z.ZodUnion)) return schema
  const has = (field: string) => typeof content === 'object' && content !== null && field in content
  return schema.options.find(({ shape }) => has(Object.keys(shape)[0] ?? '')) ?? schema.options[1]
}

/** The single field naming the kind of change. Null, with a complaint, if there isn't exactly one. */
function kindOf(value: unknown, at: At, complaints: Complaints): ChangeKind | null {
  const kinds = Object.keys(CHANGE_SCHEMAS)
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  const [field] = fields
  if (fields.length !== 1 || field === undefined) {
    const detail = `A change is an object with one field: ${kinds.join(', ')}.`
    complaints.add(at, detail, { seen: value })
    return null
  }
  if (kinds.includes(field)) return field as ChangeKind
  complaints.add([...at, field], `There is no such change; there are ${kinds.join(', ')}.`, {
    seen: field,
    among: kinds,
  })
  return null
}

function theirWeek(record: unknown, from: string, { drawn }: ChangeMeans): RotaDocument {
  const given = record as { readonly format?: unknown } & Partial<RotaDocument>
  if (given.format === 'rota/1') {
    const week = given.week?.from
    if (week !== from) {
      const detail = 'This document is of another week.'
      throw new BadInput([{ pointer: '/week/from', detail, seen: shorten(week), maybe: from }])
    }
    return given as RotaDocument
  }
  if (drawn === undefined) {
    const detail = 'Records cannot be read here.'
    throw new BadInput([{ pointer: '', detail, maybe: 'Send the document of the week, drawn from it.' }])
  }
  return drawn(record, from)
}
