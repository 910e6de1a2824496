import type { Request, Response } from 'express'
import { bytesOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { whoOf } from '../protection.ts'

/** POST /v1/judgements: what every rule says of a rota that somebody made. */
export function postJudgement({ ask }: Deps) {
  return async (request: Request, response: Response): Promise<void> => {
    const judgement = await ask('judge', { body: bytesOf(request) }, { who: whoOf(response) })
    response.type('json').send(judgement)
  }
}
