import { momentInWords, rowsInWords } from '../backup-words.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATA, DATABASE, homeOf } from '../home.ts'

/** `rota backup`: everything a service stores, in one file. */
export const backup: Command = {
  name: 'backup',
  does: 'Saves everything a service stores to one file, even while it runs.',
  arguments: [{ name: 'FILE', help: 'file to write; an existing file is replaced once the new one is complete' }],
  options: [DATA, DATABASE],

  async run(call, world) {
    const [file = ''] = call.arguments
    const home = homeOf(call)
    const { backUp } = await import('../../api/backups.ts')
    const { header, rows } = await backUp(home, file)
    world.say(`${file} holds ${rowsInWords(rows)}, as of ${momentInWords(header.madeAt)}.`)
    world.say('Anyone with this file can read all of it, including staff names. Protect it like the service itself.')
    return EXIT.answered
  },
}
