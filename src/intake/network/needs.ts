/**
 * The needs of a network: how often and when they arise. Including expected returns, the total matches the national rate of appointments
 * (NHS England, Appointments in General Practice, January 2024 to June 2026). The breakdown follows its national categories; within these
 * it is assumed.
 */
import type { NeedDocument } from '../rota-document.ts'

/** How a need's arrivals are spread over the week: like calls and online requests, like appointments held, or evenly. */
export type Shape = 'asked' | 'delivered' | 'even'

export interface NeedModel {
  readonly need: NeedDocument
  /** Contacts in an ordinary week of a network with 50,000 patients. With `EXPECTED_RETURNS` they add up to 5,825 (116.5 per 1,000). */
  readonly weekly: number
  readonly shape: Shape
}

/** The skill required, besides the role, to review long-term conditions alone. */
export const LONG_TERM_SKILL = 'long-term-conditions'

/**
 * Contacts that non-GPs are expected to return to a GP, per week and 50,000 patients. They are included in the appointments delivered, so
 * they are subtracted from routine arrivals to avoid counting them twice. Solved weeks return 2.5 to 3.9 per 1,000 patients; this is
 * towards the lower end, 2.6.
 */
export const EXPECTED_RETURNS = 130

/**
 * Remote shares are chosen so that a third of all contacts need no room (33.3% in June 2025). Weights give the importance of a minute
 * relative to other needs of the same kind: same-day needs are equal; among the others, visits and patients coming home from hospital
 * come first, then what gets worse by waiting. Demand from social care, carers, frailty and discharge isn't published: a fifth of GPs'
 * time goes to non-medical matters (survey of 2015), and their share here is an assumption, taken from routine need, reviews and visits.
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

/** Number of patients that `weekly` refers to. */
export const NEEDS_PER_PATIENTS = 50_000

function need(
  id: string,
  title: string,
  [weekly, shape]: readonly [number, Shape],
  rest: Omit<NeedDocument, 'id' | 'title'>,
): NeedModel {
  return { need: { id, title, ...rest }, weekly, shape }
}

/** Working days within which a need is to be met; 0 for the same day. */
export function targetDays(need: NeedDocument): number {
  return need.within === 'same-day' ? 0 : Number.parseInt(need.within, 10)
}
