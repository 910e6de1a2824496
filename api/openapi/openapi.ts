import { CALLS } from '../calls/every-call.ts'
import { openApiOf } from './document.ts'

/** The OpenAPI document of all calls, for use without a service: scripts, trials, tests. */
export const OPENAPI = openApiOf(CALLS)
