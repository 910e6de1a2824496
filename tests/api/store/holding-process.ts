/** A process that locks a data folder, says so, and keeps it until killed: `holding-process FOLDER`. */
import { lockFolder } from '../../../api/store/folder-lock.ts'

const [folder = ''] = process.argv.slice(2)
await lockFolder(folder)
process.stdout.write('held\n')
setInterval(() => undefined, 1_000_000)
