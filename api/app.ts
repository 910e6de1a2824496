/** The service: everything that a call goes through before it is answered. Knows no clock and no environment. */
import express, { type Express, type RequestHandler } from 'express'
import { admission } from './access/admission.ts'
import { callFinder, linesOf } from './access/call-finding.ts'
import { SIGNED_OUT_PAGE } from './access/pages.ts'
import { callNoted } from './access/visit.ts'
import type { Call } from './calls/call.ts'
import { CALLS } from './calls/every-call.ts'
import type { Deps } from './deps.ts'
import { docsPages } from './openapi/docs-pages.ts'
import { openApiOf } from './openapi/document.ts'
import { servePages } from './pages/serve-pages.ts'
import { problemHandler } from './problems.ts'
import { byAddress, byIdentity, headers, ownNamesOnly, paced } from './protection.ts'
import { noteCalls } from './telemetry/call-notes.ts'

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
  // Behind this line are calls that are declared, made by somebody who may.
  app.use(
    ...admission({
      find: callFinder(linesOf(calls, [SIGNED_OUT_PAGE, ...docsPages(openApiOf(calls))], deps)),
      doors: deps.doors,
      ask: deps.ask,
      signIn: deps.signIn,
      paced: paced(BY_ONE, deps.clock, byIdentity),
      pacedSending: paced(SENDING, deps.clock, (...call) => byIdentity(...call) ?? byAddress(...call)),
    }),
  )
  app.use((request, response, next) => callNoted(response).line.handler(request, response, next))
  app.use(problemHandler(deps.log))
  return app
}

/** Answers are what they say they are, and are not kept by anything on the way. */
const plainAnswers: RequestHandler = (_, response, next) => {
  response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
  next()
}
