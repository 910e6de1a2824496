/** The two counts of weeks on which every calculation of pay is based. */

/** Weeks a year for which people are paid and schemes reimburse them: all of them. */
export const WEEKS_A_YEAR = 52

/**
 * Weeks a year that people work, after leave and bank holidays. A session costs a year's pay divided by this, so that it includes its
 * share of paid leave.
 */
export const WEEKS_AT_WORK = 44

export const WEEKS_A_QUARTER = 13

/** Sessions a week in a full-time post. */
export const FULL_TIME = 9
