/** The service: which call leads where. Knows no clock and no environment. */
import express, { type Express, type RequestHandler } from 'express'
import { admission } from './access/admission.ts'
import { callFinder, linesOf } from './access/call-finding.ts'
import { deleteKey, getKeys, postKey } from './access/key-routes.ts'
import { deletePerson, deleteSessions, getMe, getPeople, postPerson, putPerson } from './access/people-routes.ts'
import { getCallback, getSignedOut, getSignIn, postSignOut } from './access/signing-in.ts'
import type { Deps } from './deps.ts'
import { noteCalls } from './metrics.ts'
import { CALLS, type Call } from './openapi/calls.ts'
import { OPENAPI } from './openapi/document.ts'
import { docsPage, STYLE } from './openapi/page.ts'
import { servePages } from './pages/serve-pages.ts'
import { problemHandler, Refusal } from './problems.ts'
import { byAddress, byIdentity, headers, ownNamesOnly, paced } from './protection.ts'
import { getMetrics, getReady } from './routes/health.ts'
import { postJudgement } from './routes/judgements.ts'
import { getNetworkDocument, getNetworks } from './routes/networks.ts'
import { erasePersonRecords, getPersonRecords } from './routes/person-records.ts'
import { deletePublication, getPublished, putPublication } from './routes/publications.ts'
import { postRota } from './routes/rotas.ts'
import { getSolveEvents } from './routes/solve-events.ts'
import { deleteSolve, getSolve, postSolve } from './routes/solves.ts'
import { postValidation } from './routes/validations.ts'
import { deleteWebhook, getDeliveries, getWebhooks, postWebhook } from './routes/webhooks.ts'
import { getWeekDocument, putWeekDocument } from './routes/week-documents.ts'
import { getRotas, getWeekRota, postWeekRota } from './routes/week-rotas.ts'
import { getAudit, getWeeks } from './routes/weeks.ts'

/** What one address may do: read as a busy screen does, and send documents as a busy script does. */
const READING = { burst: 2000, perSecond: 1000 }
const SENDING = { burst: 200, perSecond: 50 }
/** What one person or one key may do, from however many addresses. */
const BY_ONE = { burst: 1000, perSecond: 200 }
/** Ways of signing in that one address may set out on or come back from: a practice's people, all in one morning. */
const SIGNING_IN = { burst: 60, perSecond: 2 }

/** `calls` are those that there may be; a test gives others. */
export function createApp(deps: Deps, calls: readonly Call[] = CALLS): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.proxies === 0 ? false : deps.proxies)
  const told = (entry: Parameters<Deps['access']>[0]) => {
    deps.metrics.count(entry)
    deps.access(entry)
  }
  app.use(noteCalls({ clock: deps.clock, newId: deps.newId, told }))
  app.use(headers(deps.signIn), plainAnswers, ownNamesOnly(deps.signIn), paced(READING, deps.clock, byAddress))
  app.use('/sign-in', paced(SIGNING_IN, deps.clock, byAddress))
  app.use(servePages(deps.pages))
  // Behind this line are calls that have a line in the table, made by somebody who may.
  app.use(
    ...admission({
      find: callFinder(linesOf(calls)),
      doors: deps.doors,
      ask: deps.ask,
      signIn: deps.signIn,
      paced: paced(BY_ONE, deps.clock, byIdentity),
      pacedSending: paced(SENDING, deps.clock, (...call) => byIdentity(...call) ?? byAddress(...call)),
    }),
  )
  routeSmallCalls(app, deps)
  routeSolves(app, deps)
  routeWeeks(app, deps)
  routeWebhooks(app, deps)
  routeAccess(app, deps)
  routePages(app, deps)
  app.use(() => {
    throw new Refusal('not-found')
  })
  app.use(problemHandler(deps.log))
  return app
}

function routeSmallCalls(app: Express, deps: Deps): void {
  app.post('/v1/rotas', postRota(deps))
  app.post('/v1/judgements', postJudgement(deps))
  app.post('/v1/validations', postValidation(deps))
  app.get('/v1/networks', getNetworks(deps))
  app.get('/v1/networks/:ods/document', getNetworkDocument(deps))
  app.get('/v1/rules', (_, response) => void response.json(deps.rules))
}

function routeSolves(app: Express, deps: Deps): void {
  app.post('/v1/solves', postSolve(deps))
  app.get('/v1/solves/:id', getSolve(deps))
  app.delete('/v1/solves/:id', deleteSolve(deps))
  app.get('/v1/solves/:id/events', getSolveEvents(deps))
}

function routeAccess(app: Express, { doors, signIn, log }: Deps): void {
  app.get('/sign-in', getSignIn({ doors, signIn, log }))
  app.get('/sign-in/callback', getCallback({ doors, signIn, log }))
  app.post('/sign-out', postSignOut({ doors, signIn, log }))
  app.get('/signed-out', getSignedOut)
  app.get('/v1/me', getMe)
  app.get('/v1/people', getPeople(doors))
  app.post('/v1/people', postPerson(doors, signIn?.provider.issuer ?? null))
  app.put('/v1/people/:id', putPerson(doors))
  app.delete('/v1/people/:id', deletePerson(doors))
  app.delete('/v1/people/:id/sessions', deleteSessions(doors))
  app.get('/v1/keys', getKeys(doors))
  app.post('/v1/keys', postKey(doors))
  app.delete('/v1/keys/:id', deleteKey(doors))
}

function routeWeeks(app: Express, deps: Deps): void {
  const network = '/v1/networks/:ods'
  const week = `${network}/weeks/:from`
  app.get(`${network}/weeks`, getWeeks(deps))
  app.get(`${network}/audit`, getAudit(deps))
  app.get(`${network}/people/:person`, getPersonRecords(deps))
  app.delete(`${network}/people/:person`, erasePersonRecords(deps))
  app.get(`${week}/document`, getWeekDocument(deps))
  app.put(`${week}/document`, putWeekDocument(deps))
  app.get(`${week}/rotas`, getRotas(deps))
  app.post(`${week}/rotas`, postWeekRota(deps))
  app.get(`${week}/rotas/:version`, getWeekRota(deps))
  app.put(`${week}/rotas/:version/publication`, putPublication(deps))
  app.delete(`${week}/rotas/:version/publication`, deletePublication(deps))
  app.get(`${week}/published`, getPublished(deps))
}

function routeWebhooks(app: Express, deps: Deps): void {
  const webhooks = '/v1/networks/:ods/webhooks'
  app.post(webhooks, postWebhook(deps))
  app.get(webhooks, getWebhooks(deps))
  app.delete(`${webhooks}/:id`, deleteWebhook(deps))
  app.get(`${webhooks}/:id/deliveries`, getDeliveries(deps))
}

function routePages(app: Express, deps: Deps): void {
  app.get('/healthz', (_, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', getReady(deps))
  app.get('/metrics', getMetrics(deps))
  app.get('/v1/openapi.json', (_, response) => void response.json(OPENAPI))
  app.get('/docs', (_, response) => void response.type('html').send(docsPage(OPENAPI)))
  app.get('/docs/style.css', (_, response) => void response.type('css').send(STYLE))
}

/** Answers are what they say they are, and are not kept by anything on the way. */
const plainAnswers: RequestHandler = (_, response, next) => {
  response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
  next()
}
