import { numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { PORT, serveUntilEnded } from '../serving.ts'

/** `rota serve`: the service over HTTP. */
export const serve: Command = {
  name: 'serve',
  does: 'Serves rotas over HTTP, to this machine only unless told otherwise.',
  arguments: [],
  options: [
    {
      name: 'port',
      kind: 'whole',
      value: 'N',
      help: `port to listen on; ${PORT} where left out, 0 for any that is free`,
    },
    { name: 'host', kind: 'text', value: 'ADDRESS', help: 'address to listen on; 127.0.0.1 where left out' },
  ],

  async run(call, world) {
    const host = textOption(call, 'host')
    await serveUntilEnded({ port: numberOption(call, 'port') ?? PORT, ...(host === undefined ? {} : { host }) }, world)
    return EXIT.answered
  },
}
