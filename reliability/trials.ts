/** All reliability trials, in order. */
import { away } from './away.ts'
import { crowd } from './crowd.ts'
import { eventLoop } from './event-loop.ts'
import { fullDisk } from './full-disk.ts'
import { hostile } from './hostile.ts'
import { killsEmbedded, killsServer } from './kills.ts'
import { memory } from './memory.ts'
import { mutatedRequests } from './requests.ts'
import { schemathesis } from './schemathesis.ts'
import { summerTime } from './summer-time.ts'
import { teamKillsEmbedded, teamKillsServer } from './team-kills.ts'
import { topology } from './topology.ts'
import type { Trial } from './trial.ts'

export const TRIALS: readonly Trial[] = [
  killsEmbedded,
  killsServer,
  teamKillsEmbedded,
  teamKillsServer,
  away,
  mutatedRequests,
  schemathesis,
  hostile,
  topology,
  fullDisk,
  summerTime,
  crowd,
  eventLoop,
  memory,
]
