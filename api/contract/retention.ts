/** Schemas of retention periods. */
import { z } from 'zod'

/** At least four weeks, so that nothing in use is deleted; at most ten years. */
const days = z.int().min(28).max(3660).nullable()

export const retentionSchema = z.strictObject({
  weeks: days.describe('After a week’s last day: its documents, rotas, publications, swaps and calendar entries.'),
  drafts: days.describe('After a week’s first day: its rotas that were never published.'),
  recordVersions: days.describe('Versions of the record, except the latest.'),
  audit: days.describe('Entries of the audit log.'),
})
