/** Sizes of programmes, in columns, from which on something is done differently. */

/** The relaxation takes long enough for people to want a rota before it, and a rota is improved block by block. */
export const LARGE = 10_000

/** The first good rota is made block by block, too. */
export const IN_BLOCKS = 20_000

/** A dive of everything that compares what its steps cost would not finish. */
export const VERY_LARGE = 30_000

/** From one level to the next the simplex stalls: thirteen weeks of five practices take 41 and 42 s with interior point, and 90 and more than 60 from a basis. */
export const HUGE = 70_000
