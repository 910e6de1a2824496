/**
 * Shared by the long questions about a week: each is an operation, whose result is returned directly if the caller prefers to
 * wait.
 */
import type { Response } from 'express'
import { z } from 'zod'
import { callerOf, requireNetwork } from '../access/caller.ts'
import { QUESTION_OPERATIONS } from '../contract/operations.ts'
import { problemResponse } from '../contract/problem.ts'
import type { Deps } from '../deps.ts'
import type { AcceptedQuestion } from '../desk/questions.ts'
import { PROBLEMS, type ProblemKind, Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { Operation } from '../store/operations.ts'
import type { QuestionKind } from '../store/tables.ts'
import type { Answer, Asked, Body, Header } from './call.ts'
import { noSuchOperation } from './operation-id.ts'
import { questionJson } from './question-answer.ts'

/** `Retry-After` if the queue is full, in seconds. */
const RETRY_AFTER = 30

/** Limit of queued questions per network, if there are several, so that none fills the queue for all. */
const SHARE = 20

/** Longest wait in seconds: shorter than usual proxy timeouts. */
const LONGEST_WAIT = 50

export const QUESTION_HEADERS = {
  Prefer: {
    does: `\`wait=SECONDS\` (RFC 7240, at most ${LONGEST_WAIT}): if the answer is there by then, the response is 200 with the answer itself, otherwise 202. Other preferences are ignored.`,
    schema: z.string().max(1000, 'must be at most 1,000 characters.'),
    example: 'wait=20',
  },
  'Idempotency-Key': {
    does: 'A key you choose for this request. Sent again with the same body, it returns the same operation; with another body it is refused.',
    schema: z.string().regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters without spaces.'),
    example: 'monday-0740',
  },
} as const satisfies Readonly<Record<string, Header>>

export const QUESTION_PROBLEMS: readonly ProblemKind[] = ['key-of-another']

const located: Readonly<Record<string, Header>> = {
  Location: {
    does: 'The operation’s address.',
    schema: z.string().meta({ format: 'uri-reference' }),
    example: '/v1/operations/7c9e6679-7425-40de-944b-e07fc1f90ae7',
  },
}
const applied: Readonly<Record<string, Header>> = {
  'Preference-Applied': { does: 'The seconds that were waited for.', schema: z.string(), example: 'wait=20' },
}

/** Responses: 200 with the answer if it was ready in time, otherwise 202 with the operation. */
export function questionAnswers(kind: QuestionKind, { does, schema }: Required<Pick<Answer, 'does' | 'schema'>>) {
  return {
    200: { does, schema, headers: applied },
    202: { does: 'The operation.', schema: QUESTION_OPERATIONS[kind], headers: { ...located, ...applied } },
  } as const
}

type Question = Pick<Asked<string, z.ZodObject, typeof QUESTION_HEADERS, Body & { kind: 'heavy' }>, 'body' | 'headers'>

/** The call's handler. */
export function askingAbout(kind: QuestionKind, deps: Deps) {
  return async ({ body, headers }: Question, response: Response): Promise<void> => {
    const who = whoOf(response)
    const question = await deps.ask('acceptQuestion', { kind, body, now: deps.today() }, { who })
    requireNetwork(callerOf(response), question.network)
    if (question.isSmall) return void response.type('json').send(await deps.ask('mix', { body }, { who }))
    const id = await submitted({ kind, question, key: headers['Idempotency-Key'] ?? null }, response, deps)
    const wait = waitIn(headers.Prefer)
    if (wait > 0) {
      response.set('Preference-Applied', `wait=${wait}`)
      await finished(id, { response, deps, milliseconds: wait * 1000 })
    }
    const operation = await deps.questions.find(id, callerOf(response).networks)
    if (operation === null) throw noSuchOperation(id)
    send(response, { operation, isWaitedFor: wait > 0 }, deps)
  }
}

interface Submitting {
  readonly kind: QuestionKind
  readonly question: AcceptedQuestion
  readonly key: string | null
}

async function submitted({ kind, question, key }: Submitting, response: Response, deps: Deps): Promise<string> {
  const { network, weekFrom, document, documentHash, request, hash } = question
  const answer = await deps.questions.submit({
    ...{ network, weekFrom, document, documentHash, key },
    actor: callerOf(response).actor,
    question: { kind, request, hash },
    ...(deps.signIn === null ? {} : { share: SHARE }),
  })
  if (answer.kind === 'full') throw new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
  if (answer.kind === 'key-of-another') throw new Refusal('key-of-another')
  return answer.id
}

/** Whole seconds from `Prefer: wait=`; 0 if absent or malformed. */
function waitIn(prefer = ''): number {
  const [, seconds = '0'] = /(?:^|[,\s])wait\s*=\s*"?(\d{1,9})"?(?=\s*(?:[,;]|$))/i.exec(prefer) ?? []
  return Math.min(LONGEST_WAIT, Number(seconds))
}

/** An event number beyond any other: returns no events, only whether the operation is finished. */
const NO_EVENTS = 999_999_999

interface Waiting {
  readonly response: Response
  readonly deps: Deps
  readonly milliseconds: number
}

/** Resolves once the operation is finished, the time is up, the caller disconnects or the service shuts down. */
function finished(id: string, { response, deps, milliseconds }: Waiting): Promise<void> {
  const { networks } = callerOf(response)
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      forget()
      response.off('close', end)
      deps.closing.removeEventListener('abort', end)
      resolve()
    }
    const look = () => {
      deps.questions
        .eventsAfter({ id, after: NO_EVENTS }, networks)
        .then((told) => (told === null || told.finished ? end() : undefined), reject)
    }
    const timer = setTimeout(end, milliseconds)
    const forget = deps.questions.follow(id, look)
    response.on('close', end)
    deps.closing.addEventListener('abort', end)
    look()
  })
}

interface Sending {
  readonly operation: Operation
  readonly isWaitedFor: boolean
}

/** If the caller waited and the operation has finished, responds as if there were no operation. */
function send(response: Response, { operation, isWaitedFor }: Sending, { keep }: Pick<Deps, 'keep'>): void {
  const { id, state, result, problem } = operation
  response.location(`/v1/operations/${id}`)
  if (isWaitedFor && state === 'done' && result !== null) return void response.type('json').send(result)
  if (isWaitedFor && state === 'failed') throw refusalOf(problem)
  response.status(202).type('json').send(questionJson(operation, keep))
}

function refusalOf(problem: unknown): Refusal {
  const read = problemResponse.safeParse(problem)
  const kind = (Object.keys(PROBLEMS) as ProblemKind[]).find((one) => read.data?.type.endsWith(`:${one}`))
  return new Refusal(kind ?? 'our-fault', { complaints: read.data?.errors ?? [] })
}
