import type { Request, Response } from 'express'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import type { Report } from '../../src/report.ts'
import { readBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { gateFor } from '../gate.ts'
import { byIdentity } from '../protection.ts'
import { AT_ONCE, EACH, requireSmallWeek, SECONDS } from '../small-week.ts'

/** POST /v1/rotas: a small document in, a report out. Short, impossible and out of time are reports too. */
export function postRota(deps: Deps) {
  const gate = gateFor(AT_ONCE, EACH)
  return async (request: Request, response: Response): Promise<void> => {
    const document = readBody(request)
    const report = await gate(byIdentity(request, response), () => solve(document, response, deps))
    response.json(report)
  }
}

function solve(document: unknown, response: Response, deps: Deps): Promise<Report> {
  const problem = readDocument(document, deps.ruleBook)
  requireSmallWeek(problem)
  const stop = new Int32Array(new SharedArrayBuffer(4))
  // Nobody waits for the answer any more.
  response.on('close', () => Atomics.store(stop, 0, 1))
  return deps.plan(problem, { documentHash: hashDocument(document), seconds: SECONDS }, { stop })
}
