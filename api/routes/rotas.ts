import type { Request, Response } from 'express'
import type { Report } from '../../src/report.ts'
import { bytesOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { gateFor } from '../gate.ts'
import { whoOf } from '../protection.ts'
import { AT_ONCE, EACH, SECONDS } from '../small-week.ts'

/** POST /v1/rotas: solves a small document. Shortfalls, impossible weeks and time-outs are reports too. */
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
  // The caller has disconnected.
  response.on('close', () => Atomics.store(stop, 0, 1))
  return deps.plan(problem, { documentHash, seconds: SECONDS }, { stop })
}
