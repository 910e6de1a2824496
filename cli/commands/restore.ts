import { momentInWords, rowsInWords } from '../backup-words.ts'
import { flag } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATA, DATABASE, homeOf } from '../home.ts'
import { logTo } from '../logging.ts'

/** `rota restore`: replaces everything stored with a backup. */
export const restore: Command = {
  name: 'restore',
  does: 'Restores a backup to a data folder or a database, all or nothing.',
  arguments: [{ name: 'FILE', help: 'a file written by rota backup' }],
  options: [DATA, DATABASE, { name: 'replace', kind: 'flag', help: 'replace existing data (default: refuse to)' }],

  async run(call, world) {
    const [file = ''] = call.arguments
    const home = homeOf(call)
    const { restore } = await import('../../api/backups.ts')
    const { error: log } = await logTo(world, 'warn')
    const { header, rows, before } = await restore(home, { file, replace: flag(call, 'replace'), log })
    world.say(`Restored: ${rowsInWords(rows)}, as of ${momentInWords(header.madeAt)}.`)
    world.say(
      'Everyone has to sign in again. Keys, roles and webhooks are as they were then: repeat any revocations made since.',
    )
    const erased = before?.erasedSince ?? []
    if (erased.length > 0) {
      const who = erased.map(({ network, former }) => `${former} of ${network}`).join(', ')
      world.say(`These people were erased after the backup and are back. Erase them again: ${who}.`)
    }
    return EXIT.answered
  },
}
