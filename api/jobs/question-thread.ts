/** Entry point of a long question's thread: one question in; progress and one answer out. */
import { parentPort, workerData } from 'node:worker_threads'
import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput } from '../../src/errors.ts'
import { answerQuestion } from '../desk/questions.ts'
import { Refusal } from '../problems.ts'
import type { QuestionMessage } from './answer-in-thread.ts'
import type { AskedAbout } from './job.ts'

const send = (message: QuestionMessage) => parentPort?.postMessage(message)
const began = performance.now()

try {
  const value = await answerQuestion(workerData as AskedAbout, ruleBook(), {
    tell: (step) => send({ kind: 'progress', progress: { ...step, seconds: (performance.now() - began) / 1000 } }),
    soFar: (answer) => send({ kind: 'so-far', value: answer }),
  })
  send({ kind: 'done', value })
} catch (error) {
  if (error instanceof BadInput) send({ kind: 'bad-input', complaints: error.complaints })
  else if (error instanceof Refusal) send({ kind: 'refused', problem: error.kind, complaints: error.complaints })
  else {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    send({ kind: 'failed', message, stack })
  }
}
