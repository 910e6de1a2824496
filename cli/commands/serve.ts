import { readAllowedHosts } from '../../api/webhooks/allowed-hosts.ts'
import { numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATA, DATABASE, FOLDER, homeOf, PORT, SOLVERS, serveUntilEnded } from '../serving.ts'
import { readAccess, SIGN_IN } from '../sign-in.ts'

/** `rota serve`: the HTTP service. */
export const serve: Command = {
  name: 'serve',
  does: 'Runs the HTTP service, for this machine only unless people sign in.',
  arguments: [],
  options: [
    {
      name: 'port',
      kind: 'whole',
      value: 'N',
      help: `port to listen on (default: ${PORT}; 0: any free port)`,
    },
    { name: 'host', kind: 'text', value: 'ADDRESS', help: 'address to listen on (default: 127.0.0.1)' },
    DATA,
    DATABASE,
    SOLVERS,
    {
      name: 'webhook-hosts',
      kind: 'text',
      value: 'HOSTS',
      help: 'hosts that webhooks may be sent to, comma-separated (default: none); or set WEBHOOK_HOSTS',
    },
    ...SIGN_IN,
  ],

  async run(call, world) {
    const host = textOption(call, 'host')
    const places = numberOption(call, 'solvers')
    await serveUntilEnded(
      {
        port: numberOption(call, 'port') ?? PORT,
        home: homeOf(textOption(call, 'data'), textOption(call, 'database'), FOLDER),
        ...(host === undefined ? {} : { host }),
        ...(places === undefined ? {} : { places }),
        webhookHosts: readAllowedHosts(textOption(call, 'webhook-hosts') ?? process.env.WEBHOOK_HOSTS ?? ''),
        ...(await readAccess(call)),
        access: (entry) => world.say(JSON.stringify(entry)),
      },
      world,
    )
    return EXIT.answered
  },
}
