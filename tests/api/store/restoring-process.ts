/** A process that restores a backup, and is killed after this many batches of rows: `restoring-process FILE KIND PLACE BATCHES`. */
import { restore } from '../../../api/backups.ts'

const [file = '', kind, place = '', batches] = process.argv.slice(2)
const home = kind === 'server' ? ({ kind, url: place } as const) : ({ kind: 'folder', folder: place } as const)
let left = Number(batches)
await restore(home, {
  file,
  replace: true,
  log: () => undefined,
  onBatch: () => {
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    left -= 1
  },
})
