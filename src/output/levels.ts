/** What each level is called where people read it. */
import type { Level } from '../breach.ts'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  never: 'What may never be',
  safety: 'Safety',
  urgent: 'Urgent need',
  service: 'Other need, within its days',
  wellbeing: 'Workload and wellbeing',
  cost: 'Cost',
  wish: 'Wishes',
}
