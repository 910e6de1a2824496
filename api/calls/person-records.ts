/** Exports and erases everything stored about a person in a network. */
import type { Day } from '../../src/time.ts'
import { EDIT, IN_PATH } from '../access/permissions.ts'
import { type ErasedResponse, erasedResponse, type PersonResponse, personResponse } from '../contract/weeks.ts'
import type { Ask } from '../desk/desk.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { Queued } from '../store/claims.ts'
import type { Writers } from '../store/erasure.ts'
import { call } from './call.ts'
import { notFound, ods, person } from './parameters.ts'
import { networkIn } from './week-of.ts'

export const exportPerson = call({
  method: 'get',
  path: '/v1/networks/{ods}/people/{person}',
  name: 'exportPerson',
  tag: 'Records',
  summary: 'Get everything stored about a person',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, person },
  answers: { 200: { does: 'What documents, rotas and the record contain about them.', schema: personResponse } },
  problems: ['too-heavy', 'busy'],
  handle:
    ({ kept, ask }) =>
    async ({ params }, response) => {
      const { network, actor } = networkIn(params, response)
      const { person } = params
      const asking = { who: whoOf(response) }
      const { documents, rotas, swaps, questions } = await kept.readPerson(
        { network, actor, person },
        {
          names: (body) => ask('namesOfPerson', { body, person }, asking),
          document: (body, names) => ask('toldInDocument', { body, person, names }, asking),
          rota: (rota, document, names) => ask('toldInRota', { rota, document, person, names }, asking),
          swap: (body, names) => ask('toldInSwap', { body, person, names }, asking),
          question: (question, names) => ask('toldInQuestion', { question, person, names }, asking),
        },
      )
      if (documents.length === 0) throw nobody(person)
      response.json({
        network,
        person,
        documents: documents.flatMap(({ documentHash, told: { document } }) =>
          document === null ? [] : [{ documentHash, ...document }],
        ),
        records: documents.flatMap(({ documentHash, told: { record } }) =>
          record === null ? [] : [{ recordHash: documentHash, ...record }],
        ),
        rotas: rotas.map(({ weekFrom, version, told }) => ({ weekFrom, version, ...told })),
        swaps: swaps.map(({ told, ...swap }) => ({ ...swap, ...told })),
        operations: questions.map(({ told, submittedAt, ...question }) => ({
          ...question,
          submittedAt: submittedAt.toISOString(),
          ...told,
        })),
      } satisfies PersonResponse)
    },
})

export const erasePerson = call({
  method: 'delete',
  path: '/v1/networks/{ods}/people/{person}',
  name: 'erasePerson',
  tag: 'Records',
  summary: 'Erase a person from everything stored',
  description: '“A former colleague” takes their place, with their past sessions and nothing else.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, person },
  answers: { 200: { does: 'The person is erased.', schema: erasedResponse } },
  problems: ['still-solving', 'too-heavy', 'busy'],
  handle:
    ({ kept, ask, today }) =>
    async ({ params }, response) => {
      const { network, actor } = networkIn(params, response)
      const { person } = params
      const writers = writersAt(ask, { person, today: today(), who: whoOf(response) })
      const erased = await kept.erasePerson({ network, actor, person }, writers)
      if (erased.kind === 'nobody') throw nobody(person)
      if (erased.kind === 'still-solving') throw stillSolving(erased.operations)
      const { former, documents, rotas, questions } = erased
      response.json({ person: former, documents, rotas, operations: questions } satisfies ErasedResponse)
    },
})

/** Rewrites data at the desk. */
function writersAt(
  ask: Ask,
  { who, ...erasing }: { readonly person: string; readonly today: Day; readonly who: string | null },
): Writers {
  const { person } = erasing
  return {
    names: (body) => ask('namesOfPerson', { body, person }, { who }),
    meant: (body, names) => ask('meaningOfPerson', { body, person, names }, { who }),
    document: (body, without) => ask('documentWithout', { body, without, ...erasing }, { who }),
    rota: (rota, without) => ask('rotaWithout', { rota, without, ...erasing }, { who }),
    problem: (body, without) => ask('problemWithout', { body, without, ...erasing }, { who }),
    swap: (body, without) => ask('swapWithout', { body, without, ...erasing }, { who }),
  }
}

function nobody(person: string): Refusal {
  return notFound('Nothing is stored about a person with this id.', person)
}

function stillSolving(operations: readonly Queued[]): Refusal {
  const complaints = operations.map(({ id, kind }) => ({
    pointer: '',
    detail: `This ${kind === 'solve' ? 'solve has the person in its document' : 'operation is about the person'}. Stop it or wait for it to finish, then erase the person.`,
    seen: id,
    maybe: kind === 'solve' ? `/v1/solves/${id}` : `/v1/operations/${id}`,
  }))
  return new Refusal('still-solving', { complaints })
}
