/** Everything kept about one person of a network: read, and erased. */
import { EDIT, IN_PATH } from '../access/permissions.ts'
import { type ErasedResponse, erasedResponse, type PersonResponse, personResponse } from '../contract/weeks.ts'
import { meaningIn, meaningInSwap, namesIn } from '../people/erased.ts'
import { isRecord, type KeptShapes, keptShapes } from '../people/kept-shapes.ts'
import { toldInQuestion } from '../people/told-in-question.ts'
import { toldInRecord } from '../people/told-in-record.ts'
import { toldInDocument, toldInRota, toldInSwap } from '../people/told-of.ts'
import { writersFor } from '../people/writers.ts'
import { Refusal } from '../problems.ts'
import type { Queued } from '../store/claims.ts'
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
  handle: ({ kept, ruleBook }) => {
    const shapes = keptShapes(ruleBook)
    return async ({ params }, response) => {
      const { network, actor } = networkIn(params, response)
      const { person } = params
      const { documents, rotas, swaps, questions } = await kept.readPerson(
        { network, actor, person },
        {
          names: (body) => namesIn(body, person),
          document: (body, names) => toldIn(body, { person, names }, shapes),
          rota: (rota, document, names) => toldInRota(rota, { person, ...meaningIn(document, person, names) }, shapes),
          swap: (body, names) => toldInSwap(body, { person, ...meaningInSwap(body, person, names) }, shapes),
          question: (question, names) => toldInQuestion(question, { person, names }),
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
    }
  },
})

/** Records are stored among the documents. */
function toldIn(body: string, who: Parameters<typeof toldInDocument>[1], shapes: KeptShapes) {
  const isOfRecord = isRecord(JSON.parse(body))
  const told = {
    document: isOfRecord ? null : toldInDocument(body, who, shapes),
    record: isOfRecord ? toldInRecord(body, who, shapes) : null,
  }
  return told.document === null && told.record === null ? null : told
}

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
  problems: ['still-solving'],
  handle: ({ kept, ruleBook, today }) => {
    const shapes = keptShapes(ruleBook)
    return async ({ params }, response) => {
      const { network, actor } = networkIn(params, response)
      const { person } = params
      const erased = await kept.erasePerson({ network, actor, person }, writersFor(person, shapes, today()))
      if (erased.kind === 'nobody') throw nobody(person)
      if (erased.kind === 'still-solving') throw stillSolving(erased.operations)
      const { former, documents, rotas, questions } = erased
      response.json({ person: former, documents, rotas, operations: questions } satisfies ErasedResponse)
    }
  },
})

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
