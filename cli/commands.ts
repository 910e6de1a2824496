/** Every command, in the order of the help. */
import type { Command } from './command.ts'
import { backup } from './commands/backup.ts'
import { compare } from './commands/compare.ts'
import { cover } from './commands/cover.ts'
import { england } from './commands/england.ts'
import { evidence } from './commands/evidence.ts'
import { exportFile } from './commands/export.ts'
import { forecast } from './commands/forecast.ts'
import { importCommand } from './commands/import.ts'
import { judge } from './commands/judge.ts'
import { mix } from './commands/mix.ts'
import { network } from './commands/network.ts'
import { print } from './commands/print.ts'
import { programme } from './commands/programme.ts'
import { record } from './commands/record.ts'
import { replan } from './commands/replan.ts'
import { restore } from './commands/restore.ts'
import { rules } from './commands/rules.ts'
import { serve } from './commands/serve.ts'
import { solve } from './commands/solve.ts'
import { start } from './commands/start.ts'
import { stress } from './commands/stress.ts'
import { week } from './commands/week.ts'
import { weeks } from './commands/weeks.ts'
import { why } from './commands/why.ts'
import { worker } from './commands/worker.ts'

export const COMMANDS: readonly Command[] = [
  network,
  record,
  week,
  weeks,
  evidence,
  importCommand,
  forecast,
  solve,
  print,
  exportFile,
  programme,
  judge,
  why,
  cover,
  replan,
  compare,
  mix,
  stress,
  rules,
  england,
  serve,
  worker,
  start,
  backup,
  restore,
]
