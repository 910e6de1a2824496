/** The Express app: the middleware every call passes through, and the routes. Reads neither clock nor environment. */
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

/** Rate limits per address: enough for a busy screen that reads and a busy script that sends documents. */
const READING = { burst: 2000, perSecond: 1000 }
const SENDING = { burst: 200, perSecond: 50 }
/** Rate limits per person or key, across all addresses. */
const BY_ONE = { burst: 1000, perSecond: 200 }
/** Sign-in redirects and callbacks per address: enough for a whole practice signing in on one morning. */
const SIGNING_IN = { burst: 60, perSecond: 2 }

/** `calls` defaults to THE LIST; tests pass others. */
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
  // From here on, calls are declared and their callers authorised.
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

/** Disables content sniffing and caching of responses. */
const plainAnswers: RequestHandler = (_, response, next) => {
  response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
  next()
}
