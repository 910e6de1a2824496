/** The log of long-running commands, on standard error. */
import type { Log } from '../api/telemetry/log.ts'
import { LOG_LEVELS, type LogLevel } from '../api/telemetry/log-level.ts'
import { type Call, textOption } from './call.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

/** `usual`: the default level. */
export function logLevelOption(usual: LogLevel): Option {
  return {
    name: 'log-level',
    kind: 'text',
    value: 'LEVEL',
    choices: LOG_LEVELS,
    help: `what to log: ${LOG_LEVELS.join(', ')} (default: ${usual})`,
  }
}

export function logLevelOf(call: Call, usual: LogLevel): LogLevel {
  const asked = textOption(call, 'log-level')
  return LOG_LEVELS.find((level) => level === asked) ?? usual
}

/** Its package is loaded here, so that other commands don't wait for it. */
export async function logTo(world: World, level: LogLevel): Promise<Log> {
  const { openLog } = await import('../api/telemetry/log.ts')
  return openLog({ level, write: (line) => world.say(line) })
}
