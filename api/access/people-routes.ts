/** Who may do what, said by an administrator; and who calls. */
import type { Request, RequestHandler, Response } from 'express'
import { BadInput } from '../../src/errors.ts'
import { readBody } from '../body.ts'
import { invitationRequest, type PersonResponse, rolesRequest } from '../contract/access.ts'
import { readAs } from '../contract.ts'
import { Refusal } from '../problems.ts'
import type { Person } from '../store/identities.ts'
import { callerOf } from './caller.ts'
import type { Doors } from './doors.ts'
import { identityOf } from './visit.ts'

/** GET /v1/me. */
export const getMe: RequestHandler = (_, response) => {
  const { actor, name, via, grants } = identityOf(response)
  response.json({ actor, name, via, grants })
}

/** GET /v1/people. */
export function getPeople(doors: Doors) {
  return async (_: Request, response: Response): Promise<void> => {
    response.json({ people: (await doors.people()).map(answerOf) })
  }
}

/** POST /v1/people. `issuer` is the provider here; null where nobody signs in yet, and only addresses are known. */
export function postPerson(doors: Doors, issuer: string | null) {
  return async (request: Request, response: Response): Promise<void> => {
    const { name = '', email = null, subject = null, grants } = readAs(invitationRequest, readBody(request))
    if (subject !== null && issuer === null) {
      const detail = 'A subject is the name that a provider gives, and none is set up here.'
      throw new BadInput([{ pointer: '/subject', detail, maybe: 'email' }])
    }
    const invitation = { name, email, subject, issuer: subject === null ? null : issuer, grants }
    const person = await doors.invite(callerOf(response).actor, invitation)
    if (person === null) {
      const detail = 'Somebody is known by this already; change their roles instead.'
      throw new BadInput([{ pointer: email === null ? '/subject' : '/email', detail, maybe: 'PUT /v1/people/{id}' }])
    }
    response.status(201).json(answerOf(person))
  }
}

/** PUT /v1/people/{id}. */
export function putPerson(doors: Doors) {
  return async (request: Request<{ id: string }>, response: Response): Promise<void> => {
    const id = idOf(request)
    const { grants } = readAs(rolesRequest, readBody(request))
    const person = await doors.regrant(callerOf(response).actor, { id, grants })
    if (person === null) throw nobody(id)
    response.json(answerOf(person))
  }
}

/** DELETE /v1/people/{id}. */
export function deletePerson(doors: Doors) {
  return async (request: Request<{ id: string }>, response: Response): Promise<void> => {
    const id = idOf(request)
    if (!(await doors.forget(callerOf(response).actor, id))) throw nobody(id)
    response.status(204).end()
  }
}

/** DELETE /v1/people/{id}/sessions. */
export function deleteSessions(doors: Doors) {
  return async (request: Request<{ id: string }>, response: Response): Promise<void> => {
    const id = idOf(request)
    if (!(await doors.endSessionsOf(callerOf(response).actor, id))) throw nobody(id)
    response.status(204).end()
  }
}

/** Refuses what cannot be an id, before a database is asked. */
export function idOf({ params: { id } }: Request<{ id: string }>): string {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw nobody(id)
  return id.toLowerCase()
}

function nobody(id: string): Refusal {
  const complaint = { pointer: '', detail: 'There is nobody and nothing with this id.', seen: id.slice(0, 60) }
  return new Refusal('not-found', { complaints: [complaint] })
}

function answerOf({ id, name, email, subject, signedInAt, grants }: Person): PersonResponse {
  return { id, name, email, subject, signedInAt: signedInAt?.toISOString() ?? null, grants: [...grants] }
}
