/** The service: which call leads where. Knows no clock and no environment. */
import express, { type Express, type RequestHandler } from 'express'
import { jsonBody } from './body.ts'
import type { Deps } from './deps.ts'
import { problemHandler, Refusal } from './problems.ts'
import { postJudgement } from './routes/judgements.ts'
import { getNetworkDocument, getNetworks } from './routes/networks.ts'
import { postRota } from './routes/rotas.ts'
import { postValidation } from './routes/validations.ts'

export function createApp(deps: Deps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(plainAnswers)
  app
    .route('/v1/rotas')
    .post(...jsonBody, postRota(deps))
    .all(only('POST'))
  app
    .route('/v1/judgements')
    .post(...jsonBody, postJudgement(deps))
    .all(only('POST'))
  app
    .route('/v1/validations')
    .post(...jsonBody, postValidation(deps))
    .all(only('POST'))
  app.route('/v1/networks').get(getNetworks(deps)).all(only('GET, HEAD'))
  app.route('/v1/networks/:ods/document').get(getNetworkDocument(deps)).all(only('GET, HEAD'))
  app
    .route('/v1/rules')
    .get((_, response) => void response.json(deps.rules))
    .all(only('GET, HEAD'))
  app
    .route('/healthz')
    .get((_, response) => void response.json({ status: 'ok' }))
    .all(only('GET, HEAD'))
  app.use((request) => {
    throw new Refusal('not-found', {
      complaints: [{ pointer: '', detail: 'No call of this service has this path.', seen: request.path.slice(0, 60) }],
    })
  })
  app.use(problemHandler(deps.log))
  return app
}

/** Answers are what they say they are, and are not kept by anything on the way. */
const plainAnswers: RequestHandler = (_, response, next) => {
  response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
  next()
}

function only(methods: string): RequestHandler {
  return (request) => {
    const complaint = { pointer: '', detail: `This path takes ${methods}.`, seen: request.method, maybe: methods }
    throw new Refusal('wrong-method', { complaints: [complaint], headers: { Allow: methods } })
  }
}
