/**
 * The kinds of need of a network, and how often and when they arise. With the returns that are expected the total is the national
 * rate of appointments (NHS England, Appointments in General Practice, January 2024 to June 2026); the parts follow its national
 * categories, and within these are assumed.
 */
import type { NeedDocument } from '../rota-document.ts'

/** When a need arises in the week: as people call and click, as appointments are given, or evenly. */
export type Shape = 'asked' | 'delivered' | 'even'

export interface NeedModel {
  readonly need: NeedDocument
  /** Contacts in an ordinary week of a network of 50,000 patients: with `EXPECTED_RETURNS` they add up to 5,825 (116.5 per 1,000). */
  readonly weekly: number
  readonly shape: Shape
}

/** What somebody needs, besides the role, to review long-term conditions alone. */
export const LONG_TERM_SKILL = 'long-term-conditions'

/**
 * Contacts that others than GPs are expected to send back to a GP, in a week of 50,000 patients. They are part of what is delivered, so
 * they come off what arrives as routine need: the total is counted once. Solved weeks send back 2.5 to 3.9 for 1,000 patients; this
 * is the lower end, 2.6.
 */
export const EXPECTED_RETURNS = 130

/**
 * Remote shares are set so that a third of all contacts needs no room (33.3% in June 2025). Weights say what
 * a minute for one need counts against a minute for another of its kind: same-day needs alike; of the others first visits and whoever
 * comes home from hospital, then what gets worse by waiting. What social care, carers, frailty and
 * discharge bring is nowhere counted: a fifth of GPs' time goes to matters that are not medical (survey of 2015), and their
 * share here is an assumption, taken from routine need, reviews and visits.
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
  need('urgent-visits', 'Urgent visits', [45, 'asked'], {
    within: 'same-day',
    weight: 10,
    shared: true,
    visit: true,
    gpadCategory: 'Home Visit',
  }),
  need('routine', 'Routine, and follow-up with a GP', [690, 'delivered'], {
    within: '10d',
    weight: 3,
    remote: 0.3,
    followUp: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('msk', 'Back, joint and muscle', [340, 'delivered'], {
    within: '10d',
    weight: 2.8,
    remote: 0.1,
    shared: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('mental-health', 'Mental health, mild to moderate', [220, 'delivered'], {
    within: '10d',
    weight: 3.2,
    remote: 0.4,
    shared: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('medication', 'Medicines review and queries', [320, 'even'], {
    within: '10d',
    weight: 2.5,
    remote: 0.6,
    shared: true,
    gpadCategory: 'Structured Medication Review',
  }),
  need('frailty', 'Frailty and falls', [40, 'even'], {
    within: '10d',
    weight: 3,
    remote: 0.2,
    shared: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('discharge', 'Support after discharge from hospital', [40, 'delivered'], {
    within: '5d',
    weight: 4,
    remote: 0.6,
    shared: true,
    gpadCategory: 'General Consultation Routine',
  }),
  need('social', 'Social care questions and practical help', [90, 'even'], {
    within: '10d',
    weight: 2.5,
    remote: 0.5,
    shared: true,
    gpadCategory: 'Social Prescribing Service',
  }),
  need('carers', 'Support for carers', [20, 'even'], {
    within: '10d',
    weight: 2.5,
    remote: 0.6,
    shared: true,
    gpadCategory: 'Social Prescribing Service',
  }),
  need('long-term', 'Long-term condition review', [530, 'even'], {
    within: '20d',
    weight: 2.5,
    remote: 0.15,
    skill: LONG_TERM_SKILL,
    gpadCategory: 'Planned Clinics',
  }),
  need('treatment-room', 'Bloods, dressings and injections', [860, 'even'], {
    within: '10d',
    weight: 2,
    gpadCategory: 'Planned Clinical Procedure',
  }),
  need('screening', 'Screening, immunisation and contraception', [400, 'even'], {
    within: '20d',
    weight: 2.4,
    gpadCategory: 'Planned Clinics',
  }),
  need('visits', 'Planned visits at home and in care homes', [90, 'even'], {
    within: '2d',
    weight: 6,
    shared: true,
    visit: true,
    gpadCategory: 'Home Visit',
  }),
  need('joint-visits', 'Home visits together with social care', [10, 'even'], {
    within: '5d',
    weight: 4,
    shared: true,
    visit: true,
    gpadCategory: 'Home Visit',
  }),
  need('coaching', 'Coaching and care coordination', [60, 'even'], {
    within: '20d',
    weight: 2,
    remote: 0.6,
    shared: true,
    gpadCategory: 'Social Prescribing Service',
  }),
]

/** Patients to which `weekly` refers. */
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
