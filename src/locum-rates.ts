/** Typical prices of locums. */

/**
 * Pounds an hour for a locum GP booked directly, excluding pension: £85 to £100 (MyLocumManager's guide to negotiating pay; £250 to £300
 * for three to four hours). Agencies, short notice and school holidays cost more.
 */
export const LOCUM_GP_HOURLY = { from: 85, to: 100 } as const
