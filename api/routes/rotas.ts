import type { Request, Response } from 'express'
import type { Report } from '../../src/report.ts'
import { bytesOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { gateFor } from '../gate.ts'
import { whoOf } from '../protection.ts'
import { AT_ONCE, EACH, SECONDS } from '../small-week.ts'

/** POST /v1/rotas: a small document in, a report out. Short, impossible and out of time are reports too. */
export function postRota(deps: Deps) {
  const gate = gateFor(AT_ONCE, EACH)
  return async (request: Request, response: Response): Promise<void> => {
    const report = await gate(whoOf(response), () => solve(request, response, deps))
    response.json(report)
  }
}

async function solve(request: Request, response: Response, deps: Deps): Promise<Report> {
  const who = whoOf(response)
  const { problem, documentHash } = await deps.ask('smallWeek', { body: bytesOf(request) }, { who })
  const stop = new Int32Array(new SharedArrayBuffer(4))
  // Nobody waits for the answer any more.
  response.on('close', () => Atomics.store(stop, 0, 1))
  return deps.plan(problem, { documentHash, seconds: SECONDS }, { stop })
}
