/** What an external clinician is likely to cost. */

/**
 * Pounds an hour for a locum GP who is booked directly, without pension: £85 to £100 (MyLocumManager's guide to negotiating
 * pay; £250 to £300 for three to four hours). Agencies, short notice and school holidays cost more.
 */
export const LOCUM_GP_HOURLY = { from: 85, to: 100 } as const
