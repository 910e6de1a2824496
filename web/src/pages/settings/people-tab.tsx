import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { components } from '../../../../client/openapi.ts'
import { answered, api, type Grant, Refused, wordsOf } from '../../api.ts'
import { Confirmation } from '../../parts/confirmation.tsx'
import { momentWords } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { TextField } from '../../parts/fields.tsx'
import { GrantFields } from './grant-fields.tsx'
import { PersonRoles } from './person-roles.tsx'
import type { OwnNetwork } from './settings-page.tsx'

type Account = components['schemas']['Account']

const KEY = ['people'] as const

/** Who can sign in, with which roles; people can be added and removed. */
export function PeopleTab({ networks }: { readonly networks: readonly OwnNetwork[] }) {
  const people = useQuery({ queryKey: KEY, queryFn: () => answered(api.GET('/v1/people', {})) })
  const changes = usePeopleChanges()
  if (people.isPending) return <p role="status">Loading who can sign in…</p>
  if (people.isError)
    return <FaultNotice what="People could not be read" error={people.error} again={() => void people.refetch()} />
  return (
    <>
      <Invitation networks={networks} invite={changes.invite} />
      {changes.fault !== null && (
        <p className="rota-dialog__fault" role="alert">
          {changes.fault}
        </p>
      )}
      {people.data.people.length === 0 && (
        <p>Nobody yet. On a single machine without sign-in, nobody needs to be added.</p>
      )}
      {people.data.people.length > 0 && (
        <table className="rota-table">
          <caption className="nhsuk-table__caption nhsuk-table__caption--s">Who can sign in</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Roles</th>
              <th scope="col">Last signed in</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.data.people.map((person) => (
              <PersonRow key={person.id} {...{ person, networks, changes }} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

type Changes = ReturnType<typeof usePeopleChanges>

function usePeopleChanges() {
  const queries = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  const path = (id: string) => ({ params: { path: { id } } })
  return {
    fault: error === null ? null : wordsOf(error),
    invite: (email: string, grant: Grant) =>
      mutate(() => answered(api.POST('/v1/people', { body: { email, grants: [grant] } }))),
    regrant: (id: string, grants: readonly Grant[]) =>
      mutate(() => answered(api.PUT('/v1/people/{id}', { ...path(id), body: { grants: [...grants] } }))),
    forget: (id: string) => mutate(() => done(api.DELETE('/v1/people/{id}', path(id)))),
    signOut: (id: string) => mutate(() => done(api.DELETE('/v1/people/{id}/sessions', path(id)))),
  }
}

/** For calls without a response body. */
async function done(asked: Promise<{ readonly error?: unknown; readonly response: Response }>): Promise<void> {
  const { response } = await asked
  if (!response.ok) throw new Refused(response.status, null)
}

function Invitation({
  networks,
  invite,
}: {
  readonly networks: readonly OwnNetwork[]
  readonly invite: Changes['invite']
}) {
  const [email, setEmail] = useState('')
  const [grant, setGrant] = useState<Grant>({ role: 'manager', network: networks[0]?.ods ?? '' })
  return (
    <div className="rota-editor__fields">
      <TextField label="Email address" type="email" isLive value={email} commit={setEmail} />
      <GrantFields grant={grant} networks={networks} set={setGrant} />
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={!email.includes('@') || grant.network === ''}
        onClick={() => {
          invite(email.trim(), grant)
          setEmail('')
        }}
      >
        Give them access
      </button>
    </div>
  )
}

interface PersonRowProps {
  readonly person: Account
  readonly networks: readonly OwnNetwork[]
  readonly changes: Changes
}

function PersonRow({ person, networks, changes }: PersonRowProps) {
  const { id, signedInAt } = person
  const [asked, setAsked] = useState<'sign-out' | 'forget' | null>(null)
  const name = person.name || (person.email ?? person.subject ?? id)
  return (
    <tr>
      <th scope="row">
        {name}
        {person.email !== null && person.email !== name && <> ({person.email})</>}
      </th>
      <td data-label="Roles">
        <PersonRoles {...{ name, networks }} grants={person.grants} regrant={(grants) => changes.regrant(id, grants)} />
      </td>
      <td data-label="Last signed in">{signedInAt === null ? 'Never' : momentWords(signedInAt)}</td>
      <td>
        <button type="button" className="rota-link" onClick={() => setAsked('sign-out')}>
          Sign out everywhere…<span className="nhsuk-u-visually-hidden"> {name}</span>
        </button>
        <br />
        <button type="button" className="rota-link" onClick={() => setAsked('forget')}>
          Take access away…<span className="nhsuk-u-visually-hidden"> from {name}</span>
        </button>
        {asked !== null && <Question {...{ asked, id, name, changes }} close={() => setAsked(null)} />}
      </td>
    </tr>
  )
}

interface QuestionProps {
  readonly asked: 'sign-out' | 'forget'
  readonly id: string
  readonly name: string
  readonly changes: Changes
  readonly close: () => void
}

function Question({ asked, id, name, changes, close }: QuestionProps) {
  const confirm = () => {
    if (asked === 'forget') changes.forget(id)
    else changes.signOut(id)
    close()
  }
  if (asked === 'sign-out') {
    return (
      <Confirmation heading={`Sign ${name} out everywhere?`} name="Sign out" {...{ confirm, close }}>
        <p>They will have to sign in again on every device. They keep their roles.</p>
      </Confirmation>
    )
  }
  return (
    <Confirmation heading={`Take access away from ${name}?`} name="Take access away" isGrave {...{ confirm, close }}>
      <p>
        They are signed out everywhere at once and can’t sign in again until somebody lets them in. Their sessions in
        the rota, and what they have done so far, stay.
      </p>
    </Confirmation>
  )
}
