/** The caller's identity, and users' roles, which administrators manage. */
import { BadInput } from '../../src/errors.ts'
import { callerOf } from '../access/caller.ts'
import { ADMINISTER, NO_TENANT, SIGNED_IN } from '../access/permissions.ts'
import { identityOf } from '../access/visit.ts'
import {
  invitationRequest,
  meResponse,
  type PersonResponse,
  peopleResponse,
  personResponse,
  rolesRequest,
} from '../contract/access.ts'
import type { Refusal } from '../problems.ts'
import type { Person } from '../store/identities.ts'
import { call } from './call.ts'
import { givenId, notFound } from './parameters.ts'

const GRANTS = [{ role: 'manager', network: 'U49929' }]
const id = givenId('The person’s id.', nobody)

export const whoAmI = call({
  method: 'get',
  path: '/v1/me',
  name: 'whoAmI',
  tag: 'Access',
  summary: 'Get the current caller and their permissions',
  permission: SIGNED_IN,
  answers: { 200: { does: 'The caller.', schema: meResponse } },
  handle: () => (_, response) => {
    const { actor, name, via, grants } = identityOf(response)
    response.json({ actor, name, via, grants })
  },
})

export const listPeople = call({
  method: 'get',
  path: '/v1/people',
  name: 'listPeople',
  tag: 'Access',
  summary: 'List everyone who may sign in',
  permission: { by: ADMINISTER, of: NO_TENANT },
  answers: { 200: { does: 'Everybody.', schema: peopleResponse } },
  handle:
    ({ doors }) =>
    async (_, response) => {
      response.json({ people: (await doors.people()).map(answerOf) })
    },
})

export const invitePerson = call({
  method: 'post',
  path: '/v1/people',
  name: 'invitePerson',
  tag: 'Access',
  summary: 'Allow somebody to sign in, with these roles',
  permission: { by: ADMINISTER, of: NO_TENANT, only: 'person' },
  body: { kind: 'small', schema: invitationRequest, example: { email: 'ada@example.nhs.uk', grants: GRANTS } },
  answers: { 201: { does: 'The person.', schema: personResponse } },
  handle: ({ doors, signIn }) => {
    // Null without sign-in, when only addresses are known.
    const issuer = signIn?.provider.issuer ?? null
    return async ({ body: { name = '', email = null, subject = null, grants } }, response) => {
      if (subject !== null && issuer === null) {
        const detail = 'A subject comes from a sign-in provider, and none is configured here.'
        throw new BadInput([{ pointer: '/subject', detail, maybe: 'email' }])
      }
      const invitation = { name, email, subject, issuer: subject === null ? null : issuer, grants }
      const person = await doors.invite(callerOf(response).actor, invitation)
      if (person === null) {
        const detail = 'This person is already listed; change their roles instead.'
        throw new BadInput([{ pointer: email === null ? '/subject' : '/email', detail, maybe: 'PUT /v1/people/{id}' }])
      }
      response.status(201).json(answerOf(person))
    }
  },
})

export const changeRoles = call({
  method: 'put',
  path: '/v1/people/{id}',
  name: 'changeRoles',
  tag: 'Access',
  summary: 'Replace a person’s roles',
  description: 'Takes effect with the person’s next call.',
  permission: { by: ADMINISTER, of: NO_TENANT, only: 'person' },
  params: { id },
  body: { kind: 'small', schema: rolesRequest, example: { grants: GRANTS } },
  answers: { 200: { does: 'The person.', schema: personResponse } },
  handle:
    ({ doors }) =>
    async ({ params: { id }, body: { grants } }, response) => {
      const person = await doors.regrant(callerOf(response).actor, { id, grants })
      if (person === null) throw nobody(id)
      response.json(answerOf(person))
    },
})

export const forgetPerson = call({
  method: 'delete',
  path: '/v1/people/{id}',
  name: 'forgetPerson',
  tag: 'Access',
  summary: 'Remove a person’s access and end their sessions',
  description: 'The audit log keeps the id, which then refers to nobody.',
  permission: { by: ADMINISTER, of: NO_TENANT },
  params: { id },
  answers: { 204: { does: 'Done.' } },
  handle:
    ({ doors }) =>
    async ({ params: { id } }, response) => {
      if (!(await doors.forget(callerOf(response).actor, id))) throw nobody(id)
      response.status(204).end()
    },
})

export const endSessions = call({
  method: 'delete',
  path: '/v1/people/{id}/sessions',
  name: 'endSessions',
  tag: 'Access',
  summary: 'Sign a person out everywhere',
  permission: { by: ADMINISTER, of: NO_TENANT },
  params: { id },
  answers: { 204: { does: 'Done.' } },
  handle:
    ({ doors }) =>
    async ({ params: { id } }, response) => {
      if (!(await doors.endSessionsOf(callerOf(response).actor, id))) throw nobody(id)
      response.status(204).end()
    },
})

function nobody(id: string): Refusal {
  return notFound('No person or key has this id.', id)
}

function answerOf({ id, name, email, subject, signedInAt, grants }: Person): PersonResponse {
  return { id, name, email, subject, signedInAt: signedInAt?.toISOString() ?? null, grants: [...grants] }
}
