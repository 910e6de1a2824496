import type { Request, Response } from 'express'
import { BadInput } from '../../src/errors.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { keepRepeatedKeys } from '../../src/intake/json.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { readBody } from '../body.ts'
import { judgementRequest, readAs } from '../contract.ts'
import type { Deps } from '../deps.ts'

/** POST /v1/judgements: what every rule says of a rota that somebody made. */
export function postJudgement(deps: Deps) {
  return async (request: Request, response: Response): Promise<void> => {
    const body = readBody(request)
    const { document, rota } = readAs(judgementRequest, body)
    keepRepeatedKeys(document, body, '/document')
    const problem = within('/document', () => readDocument(document, deps.ruleBook))
    const read = within('/rota', () => readRota(rota, problem))
    response.json(await deps.judge(problem, read, rota))
  }
}

/** Complaints of what stands inside the body point into the body. */
function within<T>(field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: field + complaint.pointer })))
  }
}
