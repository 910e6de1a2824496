/** Reads a list of scenarios against a document; each becomes a separate document. */
import { z } from 'zod'
import { BadInput, type Complaint } from '../../errors.ts'
import { Complaints, pointerTo } from '../document/complaints.ts'
import { readOne } from '../document/reading.ts'
import type { RotaDocument } from '../rota-document.ts'
import { applyChanges, type ChangeMeans } from './apply-changes.ts'

/** Maximum number of scenarios per comparison. */
export const MOST_SCENARIOS = 60

const scenario = z.strictObject({ name: z.string().min(1).max(100), changes: z.array(z.unknown()) })

export interface Scenario<T> {
  readonly name: string
  readonly document: RotaDocument
  /** The return value of `read` for the document. */
  readonly read: T
}

export interface ScenarioMeans<T> extends ChangeMeans {
  /** Validates a changed document; throws a BadInput with every error. */
  readonly read: (document: RotaDocument) => T
}

/** Throws one BadInput with the errors of all scenarios; pointers start at the list. */
export function readScenarios<T>(document: RotaDocument, given: unknown, means: ScenarioMeans<T>): Scenario<T>[] {
  const complaints = new Complaints()
  const rows = listOf(given, complaints)
  const inside: Complaint[] = []
  const scenarios = rows.flatMap((value, n): Scenario<T>[] => {
    const one = readOne(value, { at: [n], schema: scenario }, complaints)
    if (one === null) return []
    try {
      const changed = within([n, 'changes'], () => applyChanges(document, one.changes, means))
      return [{ name: one.name, document: changed, read: within([n], () => means.read(changed)) }]
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      inside.push(...error.complaints)
      return []
    }
  })
  const names = rows.map((row) => (row as { readonly name?: unknown }).name)
  for (const [n, name] of names.entries())
    if (typeof name === 'string' && names.indexOf(name) < n)
      complaints.add([n, 'name'], 'Another scenario has this name.', { seen: name })
  if (complaints.total + inside.length > 0) throw new BadInput([...complaints.listed, ...inside].slice(0, 100))
  return scenarios
}

function listOf(given: unknown, complaints: Complaints): readonly object[] {
  const isList = Array.isArray(given) && given.every((row) => typeof row === 'object' && row !== null)
  if (!isList) complaints.add([], 'Scenarios are a list of objects with "name" and "changes".', { seen: given })
  else if (given.length === 0) complaints.add([], 'There must be at least one scenario.')
  else if (given.length > MOST_SCENARIOS)
    complaints.add([], `At most ${MOST_SCENARIOS} scenarios are compared at once.`, { seen: given })
  else return given
  return complaints.refuse()
}

function within<T>(at: readonly (string | number)[], work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.complaints.map((c) => ({ ...c, pointer: pointerTo(at) + c.pointer })))
  }
}
