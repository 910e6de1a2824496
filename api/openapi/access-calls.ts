/** The calls of signing in, and of those who say who may do what. */
import {
  invitationRequest,
  keyRequest,
  keysResponse,
  meResponse,
  newKeyResponse,
  peopleResponse,
  personResponse,
  rolesRequest,
} from '../contract/access.ts'
import { type Call, type Parameter, SENDING, UUID } from './call.ts'

const personId: Parameter = { name: 'id', in: 'path', does: 'The person’s id.', pattern: UUID }
const keyId: Parameter = { name: 'id', in: 'path', does: 'The key’s id.', pattern: UUID }
const page = 'text/html'

const SIGNING_IN: readonly Call[] = [
  {
    method: 'get',
    path: '/sign-in',
    name: 'signIn',
    does: 'Sends a browser to where people sign in; `to` is the path that it comes back to.',
    answers: { 302: { does: 'Over there.', headers: { Location: 'The provider’s page.' } } },
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/sign-in/callback',
    name: 'comeBack',
    does: 'Where the provider sends a browser back to.',
    answers: {
      303: { does: 'Signed in, and on to the path that was asked for.', headers: { Location: 'That path.' } },
      403: { does: 'Not signed in, and why, for people.', type: page },
    },
    problems: ['not-found'],
  },
  {
    method: 'post',
    path: '/sign-out',
    name: 'signOut',
    does: 'Ends the session here, and sends a browser to the provider, which ends its own.',
    answers: { 303: { does: 'Over there.', headers: { Location: 'The provider’s page, or ours where it has none.' } } },
    problems: [],
  },
  {
    method: 'get',
    path: '/v1/me',
    name: 'whoAmI',
    does: 'Who calls, and what they may do.',
    answers: { 200: { does: 'The caller.', schema: meResponse } },
    problems: [],
  },
]

const PEOPLE: readonly Call[] = [
  {
    method: 'get',
    path: '/v1/people',
    name: 'listPeople',
    does: 'Everybody who may sign in.',
    answers: { 200: { does: 'Everybody.', schema: peopleResponse } },
    problems: [],
  },
  {
    method: 'post',
    path: '/v1/people',
    name: 'invitePerson',
    does: 'Lets somebody sign in, with these roles.',
    body: invitationRequest,
    answers: { 201: { does: 'They may.', schema: personResponse } },
    problems: SENDING,
  },
  {
    method: 'put',
    path: '/v1/people/{id}',
    name: 'changeRoles',
    does: 'Gives somebody these roles in place of those before, from their next call on.',
    parameters: [personId],
    body: rolesRequest,
    answers: { 200: { does: 'The person.', schema: personResponse } },
    problems: ['not-found', ...SENDING],
  },
  {
    method: 'delete',
    path: '/v1/people/{id}',
    name: 'forgetPerson',
    does: 'Forgets somebody, and ends their sessions. The audit log keeps the id, which then means nobody.',
    parameters: [personId],
    answers: { 204: { does: 'Done.' } },
    problems: ['not-found'],
  },
  {
    method: 'delete',
    path: '/v1/people/{id}/sessions',
    name: 'endSessions',
    does: 'Signs somebody out everywhere.',
    parameters: [personId],
    answers: { 204: { does: 'Done.' } },
    problems: ['not-found'],
  },
]

const KEYS: readonly Call[] = [
  {
    method: 'get',
    path: '/v1/keys',
    name: 'listKeys',
    does: 'The keys of systems, without the keys themselves.',
    answers: { 200: { does: 'All that there have been.', schema: keysResponse } },
    problems: [],
  },
  {
    method: 'post',
    path: '/v1/keys',
    name: 'makeKey',
    does: 'Makes a key for a system, sent as `Authorization: Bearer`. It is shown this once.',
    body: keyRequest,
    answers: { 201: { does: 'The key.', schema: newKeyResponse } },
    problems: SENDING,
  },
  {
    method: 'delete',
    path: '/v1/keys/{id}',
    name: 'revokeKey',
    does: 'From now on this key opens nothing.',
    parameters: [keyId],
    answers: { 204: { does: 'Done.' } },
    problems: ['not-found'],
  },
]

export const ACCESS_CALLS: readonly Call[] = [...SIGNING_IN, ...PEOPLE, ...KEYS]
