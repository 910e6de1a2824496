/**
 * Tests that start processes, kill them, fill disks' worth of files or solve many weeks: `npm run test:long`, on every submission.
 * `npm test` leaves them out, so that it stays under three minutes on two cores.
 */
export const LONG_FILES = [
  'api/access/tenants',
  'api/person-records',
  'api/publishing',
  'api/refusals',
  'api/service',
  'api/store/backup',
  'api/store/folder',
  'api/store/folder-backup',
  'api/store/reclaim',
  'api/webhooks',
  'api/weeks',
  'check/planted-faults',
  'cli/commands',
  'cli/solve-watch',
  'explain/why',
  'search/relaxation',
  'solver/permutation',
  'src/intake/network/network',
  'worker/thread',
].map((name) => `tests/${name}.test.ts`)
