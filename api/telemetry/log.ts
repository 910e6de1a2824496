/** The log of a service or worker: one line of JSON for each call, solve, delivery and error, with time, level and ids. */
import { pino } from 'pino'
import type { AccessEntry } from '../deps.ts'
import type { LogLevel } from './log-level.ts'
import { currentScope } from './log-scope.ts'
import { loggedError } from './redaction.ts'
import type { TelemetryEvent } from './telemetry-event.ts'

export interface Log {
  /** An internal error. */
  error(error: unknown): void
  /** An answered call. */
  call(entry: AccessEntry): void
  note(event: TelemetryEvent): void
  /** A process lifecycle event. */
  info(message: string, fields?: Readonly<Record<string, string | number>>): void
}

export interface LogOptions {
  readonly level: LogLevel
  /** Writes one line; `line` has no line break. */
  readonly write: (line: string) => void
}

/**
 * Fields that are never written, whoever passes them: defence in depth, since fields are already chosen individually.
 */
const NEVER = ['authorization', 'cookie', 'password', 'secret', 'token', 'key', 'name', 'document', 'rota', 'body']

export function openLog({ level, write }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: currentScope,
      redact: { paths: NEVER.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
    },
    { write: (line: string) => write(line.trimEnd()) },
  )
  return {
    error: (error) => {
      const told = loggedError(error)
      logger.error({ error: told }, told.message)
    },
    call: (entry) => logger[entry.status >= 500 ? 'warn' : 'info']({ ...entry }, 'request'),
    note: (event) => {
      const { level, message, fields = {} } = lineOf(event)
      logger[level]({ ...fields }, message)
    },
    info: (message, fields = {}) => logger.info({ ...fields }, message),
  }
}

interface Line {
  readonly level: 'debug' | 'info' | 'warn'
  readonly message: string
  readonly fields?: Readonly<Record<string, string | number | boolean>>
}

function lineOf(event: TelemetryEvent): Line {
  switch (event.kind) {
    case 'solve-claimed':
      return { level: 'info', message: 'solve claimed', fields: { waitedSeconds: rounded(event.waitedSeconds) } }
    case 'solve-started':
      return { level: 'debug', message: 'solve started' }
    case 'solve-ended': {
      const { outcome, seconds, gap, disputed } = event.result
      const fields = { outcome, seconds: rounded(seconds), ...(gap === null ? {} : { gap }), disputed }
      return disputed
        ? { level: 'warn', message: 'solve disputed: model and checks disagree about its rota', fields }
        : { level: 'info', message: 'solve ended', fields }
    }
    case 'question-claimed': {
      const { question, waitedSeconds } = event
      return { level: 'info', message: 'question claimed', fields: { question, waitedSeconds: rounded(waitedSeconds) } }
    }
    case 'question-started':
      return { level: 'debug', message: 'question started', fields: { question: event.question } }
    case 'question-ended': {
      const { question, outcome, seconds } = event
      return { level: 'info', message: 'question ended', fields: { question, outcome, seconds: rounded(seconds) } }
    }
    case 'takeover': {
      const { operation, result } = event
      return { level: 'warn', message: 'operation taken over from a dead process', fields: { operation, result } }
    }
    case 'delivery': {
      const fields = { outcome: event.outcome, seconds: rounded(event.seconds) }
      return { level: event.outcome === 'given-up' ? 'warn' : 'info', message: 'webhook delivery', fields }
    }
  }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
