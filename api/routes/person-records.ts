import type { Request, Response } from 'express'
import type { ErasedResponse, PersonResponse } from '../contract/weeks.ts'
import type { Deps } from '../deps.ts'
import { meaningIn, namesIn } from '../people/erased.ts'
import { keptShapes } from '../people/kept-shapes.ts'
import { toldInDocument, toldInRota } from '../people/told-of.ts'
import { writersFor } from '../people/writers.ts'
import { Refusal } from '../problems.ts'
import { type NetworkParams, networkIn, notFound } from './week-of.ts'

export interface PersonParams extends NetworkParams {
  readonly person: string
}

/** GET /v1/networks/{ods}/people/{person}: everything that is kept about somebody. */
export function getPersonRecords({ kept, ruleBook }: Deps) {
  const shapes = keptShapes(ruleBook)
  return async (request: Request<PersonParams>, response: Response): Promise<void> => {
    const { network, actor } = networkIn(request.params, response)
    const { person } = request.params
    const { documents, rotas } = await kept.readPerson(
      { network, actor, person },
      {
        names: (body) => namesIn(body, person),
        document: (body, names) => toldInDocument(body, { person, names }, shapes),
        rota: (rota, document, names) => toldInRota(rota, { person, ...meaningIn(document, person, names) }, shapes),
      },
    )
    if (documents.length === 0) throw nobody(person)
    response.json({
      network,
      person,
      documents: documents.map(({ documentHash, told }) => ({ documentHash, ...told })),
      rotas: rotas.map(({ weekFrom, version, told }) => ({ weekFrom, version, ...told })),
    } satisfies PersonResponse)
  }
}

/** DELETE /v1/networks/{ods}/people/{person}: takes somebody out of all that is kept, but for sessions of nobody's name. */
export function erasePersonRecords({ kept, ruleBook }: Deps) {
  const shapes = keptShapes(ruleBook)
  return async (request: Request<PersonParams>, response: Response): Promise<void> => {
    const { network, actor } = networkIn(request.params, response)
    const { person } = request.params
    const erased = await kept.erasePerson({ network, actor, person }, writersFor(person, shapes))
    if (erased.kind === 'nobody') throw nobody(person)
    if (erased.kind === 'still-solving') throw stillSolving(erased.operations)
    const { former, documents, rotas } = erased
    response.json({ person: former, documents, rotas } satisfies ErasedResponse)
  }
}

function nobody(person: string): Refusal {
  return notFound('Nothing is kept about anybody with this id.', person)
}

function stillSolving(operations: readonly string[]): Refusal {
  const complaints = operations.map((id) => ({
    pointer: '',
    detail: 'This solve has the person in its document. Stop it or let it end, and erase the person then.',
    seen: id,
    maybe: `/v1/solves/${id}`,
  }))
  return new Refusal('still-solving', { complaints })
}
