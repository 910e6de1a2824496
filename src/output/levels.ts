/** Names of the levels, as shown to readers. */
import type { Level } from '../breach.ts'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  never: 'Hard rules',
  safety: 'Safety',
  urgent: 'Urgent need',
  service: 'Routine need within target',
  wellbeing: 'Workload and wellbeing',
  cost: 'Cost',
  wish: 'Wishes',
}
