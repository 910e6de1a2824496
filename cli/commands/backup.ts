import { momentInWords, rowsInWords } from '../backup-words.ts'
import { textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATA, DATABASE, FOLDER, homeOf } from '../serving.ts'

/** `rota backup`: everything that a service keeps, in one file. */
export const backup: Command = {
  name: 'backup',
  does: 'Writes everything that a service keeps into one file, also while it runs.',
  arguments: [{ name: 'FILE', help: 'the file to write; one that is there is replaced once the new one is whole' }],
  options: [DATA, DATABASE],

  async run(call, world) {
    const [file = ''] = call.arguments
    const home = homeOf(textOption(call, 'data'), textOption(call, 'database'), FOLDER)
    const { backUp } = await import('../../api/backups.ts')
    const { header, rows } = await backUp(home, file)
    world.say(`${file} holds ${rowsInWords(rows)}, as of ${momentInWords(header.madeAt)}.`)
    world.say('Whoever has it can read all of that, names of staff too. Keep it as safe as the service itself.')
    return EXIT.answered
  },
}
