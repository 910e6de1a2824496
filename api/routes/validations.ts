import type { Request, Response } from 'express'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { readBody } from '../body.ts'
import type { ValidationResponse } from '../contract.ts'
import type { Deps } from '../deps.ts'

/** POST /v1/validations: whether a document can be solved at all, and how large it is. */
export function postValidation(deps: Deps) {
  return (request: Request, response: Response): void => {
    const document = readBody(request)
    const { people, sites, needs, horizon, remarks } = readDocument(document, deps.ruleBook)
    const size = { people: people.length, sites: sites.length, needs: needs.length, sessions: horizon.sessions.length }
    const documentHash = hashDocument(document)
    response.json({ valid: true, documentHash, remarks: [...remarks], size } satisfies ValidationResponse)
  }
}
