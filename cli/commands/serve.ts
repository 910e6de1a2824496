import { readAllowedHosts } from '../../api/webhooks/allowed-hosts.ts'
import { BadInput } from '../../src/errors.ts'
import { isMoment, type Moment } from '../../src/intake/absence/moment.ts'
import { allAtOnce } from '../all-at-once.ts'
import { type Call, nameOf, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATA, DATABASE, homeOf } from '../home.ts'
import { logLevelOf, logLevelOption, logTo } from '../logging.ts'
import { PORT, portOption, SOLVERS, serveUntilEnded } from '../serving.ts'
import type { Environment } from '../settings.ts'
import { readProxiesOf, readSignInOf, SIGN_IN } from '../sign-in.ts'

/** `rota serve`: the HTTP service. */
export const serve: Command = {
  name: 'serve',
  does: 'Runs the HTTP service, for this machine only unless people sign in.',
  arguments: [],
  options: [
    portOption(`port to listen on (default: ${PORT}; 0: any free port)`),
    { name: 'host', kind: 'text', value: 'ADDRESS', help: 'address to listen on (default: 127.0.0.1)' },
    DATA,
    DATABASE,
    SOLVERS,
    {
      name: 'webhook-hosts',
      kind: 'text',
      value: 'HOSTS',
      variable: 'WEBHOOK_HOSTS',
      help: 'hosts that webhooks may be sent to, comma-separated (default: none)',
    },
    {
      name: 'now',
      kind: 'text',
      value: 'MOMENT',
      help: 'what time it is taken to be at the start, such as 2026-11-27T09:00, for demonstrations (default: what it is)',
    },
    ...SIGN_IN,
    logLevelOption('info'),
  ],

  check: (call, env) => void readSettings(call, env),

  async run(call, world) {
    const host = textOption(call, 'host')
    const places = numberOption(call, 'solvers')
    await serveUntilEnded(
      {
        port: numberOption(call, 'port') ?? PORT,
        ...(host === undefined ? {} : { host }),
        ...(places === undefined ? {} : { places }),
        ...readSettings(call, world.env),
        log: await logTo(world, logLevelOf(call, 'info')),
      },
      world,
    )
    return EXIT.answered
  },
}

/** Reads settings with their own validation. Throws one BadInput with every complaint. */
function readSettings(call: Call, env: Environment) {
  return allAtOnce({
    home: () => homeOf(call),
    webhookHosts: () => readAllowedHosts(textOption(call, 'webhook-hosts') ?? '', nameOf(call, 'webhook-hosts')),
    now: () => readNowOf(call),
    signIn: () => readSignInOf(call, env),
    proxies: () => readProxiesOf(call),
  })
}

function readNowOf(call: Call): Moment | undefined {
  const now = textOption(call, 'now')
  if (now === undefined || isMoment(now)) return now
  const wrong = `${nameOf(call, 'now')} must be a day or a time of a day, written as YYYY-MM-DD or YYYY-MM-DDTHH:mm.`
  throw new BadInput([{ pointer: '', detail: wrong, seen: JSON.stringify(now) }])
}
