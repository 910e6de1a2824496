import type { Request, Response } from 'express'
import { bytesOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { whoOf } from '../protection.ts'

/** POST /v1/validations: whether a document can be solved at all, and how large it is. */
export function postValidation({ ask }: Deps) {
  return async (request: Request, response: Response): Promise<void> => {
    response.json(await ask('validate', { body: bytesOf(request) }, { who: whoOf(response) }))
  }
}
