/**
 * The thirteen kinds of need of a network, and how often and when they arise. The total is the national rate of appointments
 * (NHS England, Appointments in General Practice, January 2024 to June 2026); the parts add up to its national categories,
 * and within these are assumed.
 */
import type { NeedDocument } from '../rota-document.ts'

/** When a need arises in the week: as people call and click, as appointments are given, or evenly. */
export type Shape = 'asked' | 'delivered' | 'even'

export interface NeedModel {
  readonly need: NeedDocument
  /** Contacts in an ordinary week of a network of 50,000 patients: they add up to 5,825 (116.5 per 1,000). */
  readonly weekly: number
  readonly shape: Shape
}

/**
 * Remote shares are set so that a third of all contacts needs no room (33.3 % in June 2025). Weights say what one
 * contact counts against another: same-day need first, then what gets worse by waiting.
 */
export const NEEDS: readonly NeedModel[] = [
  need('urgent', 'Urgent, not yet sorted', [860, 'asked'], {
    within: 'same-day',
    weight: 10,
    remote: 0.3,
    gpadCategory: 'General Consultation Acute',
  }),
  need('minor-illness', 'Minor illness', [330, 'asked'], {
    within: 'same-day',
    weight: 10,
    remote: 0.3,
    gpadCategory: 'General Consultation Acute',
  }),
  need('triage', 'Triage by telephone or online', [750, 'asked'], {
    within: 'same-day',
    weight: 10,
    remote: 1,
    shared: true,
    gpadCategory: 'Clinical Triage',
  }),
  need('routine', 'Routine, and follow-up with a GP', [1000, 'delivered'], {
    within: '10d',
    weight: 3,
    remote: 0.3,
    followUp: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('msk', 'Back, joint and muscle', [480, 'delivered'], {
    within: '10d',
    weight: 2,
    remote: 0.1,
    shared: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('mental-health', 'Mental health, mild to moderate', [305, 'delivered'], {
    within: '10d',
    weight: 3,
    remote: 0.4,
    shared: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('medication', 'Medicines review and queries', [290, 'even'], {
    within: '10d',
    weight: 2,
    remote: 0.6,
    shared: true,
    gpadCategory: 'Structured Medication Review',
  }),
  need('social', 'Social and practical help', [150, 'even'], {
    within: '10d',
    weight: 1,
    remote: 0.5,
    shared: true,
    gpadCategory: 'Social Prescribing Service',
  }),
  need('long-term', 'Long-term condition review', [500, 'even'], {
    within: '20d',
    weight: 2,
    remote: 0.15,
    gpadCategory: 'Planned Clinics',
  }),
  need('treatment-room', 'Bloods, dressings and injections', [660, 'even'], {
    within: '10d',
    weight: 2,
    gpadCategory: 'Planned Clinical Procedure',
  }),
  need('screening', 'Screening, immunisation and contraception', [300, 'even'], {
    within: '20d',
    weight: 2,
    gpadCategory: 'Planned Clinics',
  }),
  need('visits', 'Visits at home and in care homes', [140, 'even'], {
    within: '2d',
    weight: 6,
    shared: true,
    visit: true,
    gpadCategory: 'Home Visit',
  }),
  need('coaching', 'Coaching and care coordination', [60, 'even'], {
    within: '20d',
    weight: 1,
    remote: 0.6,
    shared: true,
    gpadCategory: 'Social Prescribing Service',
  }),
]

/** Patients for which `weekly` is counted. */
export const NEEDS_PER_PATIENTS = 50_000

function need(
  id: string,
  title: string,
  [weekly, shape]: readonly [number, Shape],
  rest: Omit<NeedDocument, 'id' | 'title'>,
): NeedModel {
  return { need: { id, title, ...rest }, weekly, shape }
}

/** Working days within which a need is to be met: 0 for the same day. */
export function targetDays(need: NeedDocument): number {
  return need.within === 'same-day' ? 0 : Number.parseInt(need.within, 10)
}
