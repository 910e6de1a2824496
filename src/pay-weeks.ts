/** The two counts of weeks behind every sum of pay. */

/** Weeks of a year for which people are paid, and for which a scheme reimburses them: all. */
export const WEEKS_A_YEAR = 52

/** Weeks of a year that somebody is at work, after leave and bank holidays. A session costs a year's pay over these, so that it pays for its part of them. */
export const WEEKS_AT_WORK = 44

export const WEEKS_A_QUARTER = 13

/** Sessions a week of a full-time post. */
export const FULL_TIME = 9
