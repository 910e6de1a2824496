/** The service: which call leads where. Knows no clock and no environment. */
import express, { type Express, type RequestHandler } from 'express'
import { asSingleUser } from './access/caller.ts'
import { jsonBody } from './body.ts'
import type { Deps } from './deps.ts'
import { noteCalls } from './metrics.ts'
import { OPENAPI } from './openapi/document.ts'
import { docsPage, STYLE } from './openapi/page.ts'
import { problemHandler, Refusal } from './problems.ts'
import { headers, ownNamesOnly, paced } from './protection.ts'
import { getMetrics, getReady } from './routes/health.ts'
import { postJudgement } from './routes/judgements.ts'
import { getNetworkDocument, getNetworks } from './routes/networks.ts'
import { postRota } from './routes/rotas.ts'
import { getSolveEvents } from './routes/solve-events.ts'
import { deleteSolve, getSolve, postSolve } from './routes/solves.ts'
import { postValidation } from './routes/validations.ts'

/** What one address may do: read as a busy screen does, and send documents as a busy script does. */
const READING = { burst: 2000, perSecond: 1000 }
const SENDING = { burst: 200, perSecond: 50 }

export function createApp(deps: Deps): Express {
  const app = express()
  app.disable('x-powered-by')
  const told = (entry: Parameters<Deps['access']>[0]) => {
    deps.metrics.count(entry)
    deps.access(entry)
  }
  app.use(noteCalls({ clock: deps.clock, newId: deps.newId, told }))
  app.use(headers, plainAnswers, ownNamesOnly, paced(READING, deps.clock), asSingleUser)
  const sending = [paced(SENDING, deps.clock), ...jsonBody]
  routeSmallCalls(app, deps, sending)
  routeSolves(app, deps, sending)
  routePages(app, deps)
  app.use((request) => {
    throw new Refusal('not-found', {
      complaints: [{ pointer: '', detail: 'No call of this service has this path.', seen: request.path.slice(0, 60) }],
    })
  })
  app.use(problemHandler(deps.log))
  return app
}

function routeSmallCalls(app: Express, deps: Deps, sending: readonly RequestHandler[]): void {
  app
    .route('/v1/rotas')
    .post(...sending, postRota(deps))
    .all(only('POST'))
  app
    .route('/v1/judgements')
    .post(...sending, postJudgement(deps))
    .all(only('POST'))
  app
    .route('/v1/validations')
    .post(...sending, postValidation(deps))
    .all(only('POST'))
  app.route('/v1/networks').get(getNetworks(deps)).all(only('GET, HEAD'))
  app.route('/v1/networks/:ods/document').get(getNetworkDocument(deps)).all(only('GET, HEAD'))
  app
    .route('/v1/rules')
    .get((_, response) => void response.json(deps.rules))
    .all(only('GET, HEAD'))
}

function routeSolves(app: Express, deps: Deps, sending: readonly RequestHandler[]): void {
  app
    .route('/v1/solves')
    .post(...sending, postSolve(deps))
    .all(only('POST'))
  app.route('/v1/solves/:id').get(getSolve(deps)).delete(deleteSolve(deps)).all(only('GET, HEAD, DELETE'))
  app.route('/v1/solves/:id/events').get(getSolveEvents(deps)).all(only('GET'))
}

function routePages(app: Express, deps: Deps): void {
  app
    .route('/healthz')
    .get((_, response) => void response.json({ status: 'ok' }))
    .all(only('GET, HEAD'))
  app.route('/readyz').get(getReady(deps)).all(only('GET, HEAD'))
  app.route('/metrics').get(getMetrics(deps)).all(only('GET, HEAD'))
  app
    .route('/v1/openapi.json')
    .get((_, response) => void response.json(OPENAPI))
    .all(only('GET, HEAD'))
  app
    .route('/docs')
    .get((_, response) => void response.type('html').send(docsPage(OPENAPI)))
    .all(only('GET, HEAD'))
  app
    .route('/docs/style.css')
    .get((_, response) => void response.type('css').send(STYLE))
    .all(only('GET, HEAD'))
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
