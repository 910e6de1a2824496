/** A rule book for tests of the intake: one rule that must never be broken, and one number of every shape. */
import type { RuleEntry } from '../../../src/policy.ts'

export const RULE_BOOK: readonly RuleEntry[] = [
  { id: 'availability', title: 'Nobody works while they are away.', level: 'never', numbers: {} },
  { id: 'time-to-travel', title: 'Everybody has time to travel.', level: 'never', mayBend: true, numbers: {} },
  // Documents made from open data have groups of small practices.
  {
    id: 'duty-doctor',
    title: 'Every site has a duty doctor in each core session.',
    level: 'safety',
    numbers: { groups: 'site-groups' },
  },
  {
    id: 'stability',
    title: 'What has been published changes little.',
    level: 'service',
    numbers: { daysAhead: 'days' },
  },
  {
    id: 'few-sites',
    title: 'Nobody is sent to many sites in a week.',
    level: 'wellbeing',
    numbers: { atMost: 'whole' },
  },
  {
    id: 'minimum-cover',
    title: 'Every site has enough people.',
    level: 'safety',
    numbers: {
      cover: 'cover',
      share: 'share',
      shares: 'share-by-need',
      until: 'clock',
      roles: 'roles',
      sites: 'sites',
      parts: 'parts',
      needs: 'needs',
      groups: 'site-groups',
    },
  },
  {
    id: 'safe-workload',
    title: 'Nobody sees too many patients in a day.',
    level: 'safety',
    numbers: {
      contacts: 'amount',
      strict: 'flag',
      days: 'by-role',
      promised: 'wanted',
      after: 'part-pairs',
      preset: 'workload',
    },
  },
  {
    id: 'together',
    title: 'People work together, or apart, as was agreed.',
    level: 'wellbeing',
    numbers: { groups: 'pairings', limits: 'part-limits' },
  },
]
