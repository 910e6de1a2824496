/** Programme sizes, in columns, above which the search changes. */

/** The relaxation takes so long that people want a rota before it; rotas are improved block by block. */
export const LARGE = 10_000

/** The first good rota is made block by block as well. */
export const IN_BLOCKS = 20_000

/** A dive of everything could not finish if it compared the costs of its steps. */
export const VERY_LARGE = 30_000

/**
 * The simplex stalls between levels: at thirteen weeks of five practices two levels take 41 and 42
 * s by interior point, 90 and over 60 s from a basis.
 */
export const HUGE = 70_000
