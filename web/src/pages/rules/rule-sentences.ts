/** The dozen rules that most practices set first, as sentences with editable numbers. */

export type Setting =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'percent' }
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly value: string; readonly name: string; readonly sets: unknown }[]
    }
  /** Practices that share a duty doctor. */
  | { readonly kind: 'shared-duty' }
  | { readonly kind: 'none' }

export interface RuleSentence {
  readonly rule: string
  readonly number: string
  /** Text before and after the number, which together form a sentence. */
  readonly before: string
  readonly after: string
  readonly setting: Setting
}

const whole = (min: number, max: number): Setting => ({ kind: 'number', min, max, step: 1 })

export const FIRST_RULES: readonly RuleSentence[] = [
  {
    rule: 'duty-doctor',
    number: 'groups',
    before: 'Every core session has a duty doctor:',
    after: '.',
    setting: { kind: 'shared-duty' },
  },
  {
    rule: 'minimum-cover',
    number: 'patientsPerPerson',
    before: 'For every',
    after: 'registered patients one person sees patients in each core session.',
    setting: { kind: 'number', min: 500, max: 20000, step: 500 },
  },
  {
    rule: 'safe-workload',
    number: 'preset',
    before: 'A doctor’s day holds',
    after: '.',
    setting: {
      kind: 'choice',
      options: [
        { value: 'BMA_SAFE', name: '25 contacts of 15 minutes, as the BMA advises', sets: 'BMA_SAFE' },
        { value: 'AS_WORKED', name: '28 contacts of 15 minutes, as is typical', sets: 'AS_WORKED' },
        { value: 'STRETCHED', name: '34 contacts of 10 minutes, stretched', sets: 'STRETCHED' },
      ],
    },
  },
  {
    rule: 'enhanced-access',
    number: 'gpThroughout',
    before: 'In the evenings and on Saturdays a GP is present',
    after: '.',
    setting: {
      kind: 'choice',
      options: [
        { value: 'true', name: 'in all sessions', sets: true },
        { value: 'false', name: 'whenever anybody works', sets: false },
      ],
    },
  },
  {
    rule: 'protected-time',
    number: '',
    before: 'Everyone has the protected learning time in their contract.',
    after: '',
    setting: { kind: 'none' },
  },
  {
    rule: 'rest',
    number: 'hours',
    before: 'Everybody rests for',
    after: 'hours between one day’s work and the next.',
    setting: whole(8, 16),
  },
  {
    rule: 'working-week',
    number: 'hours',
    before: 'Nobody works more than',
    after: 'hours a week.',
    setting: whole(20, 60),
  },
  {
    rule: 'days-in-a-row',
    number: 'atMost',
    before: 'Nobody works more than',
    after: 'days in a row.',
    setting: whole(3, 14),
  },
  {
    rule: 'duty-in-a-day',
    number: 'atMost',
    before: 'Nobody is duty doctor for more than',
    after: 'sessions in one day.',
    setting: whole(1, 3),
  },
  {
    rule: 'few-sites',
    number: 'atMost',
    before: 'Nobody works at more than',
    after: 'practices in a week.',
    setting: whole(1, 10),
  },
  {
    rule: 'fair-shares',
    number: 'allowance',
    before: 'Mondays, Fridays, duties, evenings and Saturdays are shared fairly, give or take',
    after: 'sessions.',
    setting: { kind: 'number', min: 0, max: 10, step: 0.5 },
  },
  {
    rule: 'no-need-left-out',
    number: 'share',
    before: 'Every kind of need is met to',
    after: '% before any gets more.',
    setting: { kind: 'percent' },
  },
  {
    rule: 'stability',
    number: 'fullNotice',
    before: 'Published rotas change as little as possible; with',
    after: 'days’ notice or more, a change matters least.',
    setting: whole(0, 90),
  },
]

export interface Preset {
  readonly name: string
  readonly says: string
  readonly rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Starting points. Rules that a preset doesn't mention are unchanged. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'Careful',
    says: '25 contacts a day, one session of duty a day, no third session in a day, shares fair to half a session',
    rules: {
      'safe-workload': { preset: 'BMA_SAFE' },
      'duty-in-a-day': { atMost: 1 },
      'working-week': { longDays: 0 },
      'fair-shares': { allowance: 0.5 },
    },
  },
  {
    name: 'Typical',
    says: '28 contacts a day, duty for a whole day, one long day a week, shares fair to one session',
    rules: {
      'safe-workload': { preset: 'AS_WORKED' },
      'duty-in-a-day': { atMost: 2 },
      'working-week': { longDays: 1 },
      'fair-shares': { allowance: 1 },
    },
  },
  {
    name: 'Stretched',
    says: '34 contacts a day, two long days a week, shares fair to two sessions; for weeks when too many people are away',
    rules: {
      'safe-workload': { preset: 'STRETCHED' },
      'duty-in-a-day': { atMost: 2 },
      'working-week': { longDays: 2 },
      'fair-shares': { allowance: 2 },
    },
  },
]
