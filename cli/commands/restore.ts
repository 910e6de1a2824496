import { momentInWords, rowsInWords } from '../backup-words.ts'
import { flag, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATA, DATABASE, FOLDER, homeOf, logTo } from '../serving.ts'

/** `rota restore`: a backup in the place of everything that is there. */
export const restore: Command = {
  name: 'restore',
  does: 'Puts a backup into a data folder or a database, all of it or nothing.',
  arguments: [{ name: 'FILE', help: 'a file that rota backup has written' }],
  options: [
    DATA,
    DATABASE,
    { name: 'replace', kind: 'flag', help: 'replace what is there already; without it, what is there is left alone' },
  ],

  async run(call, world) {
    const [file = ''] = call.arguments
    const home = homeOf(textOption(call, 'data'), textOption(call, 'database'), FOLDER)
    const { restore } = await import('../../api/backups.ts')
    const { header, rows, before } = await restore(home, { file, replace: flag(call, 'replace'), log: logTo(world) })
    world.say(`Restored: ${rowsInWords(rows)}, as of ${momentInWords(header.madeAt)}.`)
    world.say(
      'Everybody signs in again. Keys, roles and webhooks are as they were then: take back what was taken back since.',
    )
    const erased = before?.erasedSince ?? []
    if (erased.length > 0) {
      const who = erased.map(({ network, former }) => `${former} of ${network}`).join(', ')
      world.say(`These people were erased after that, and are back. Erase them again: ${who}.`)
    }
    return EXIT.answered
  },
}
