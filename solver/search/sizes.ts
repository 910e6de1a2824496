/** What is done otherwise in large programmes: from so many columns on. */

/** The relaxation takes long enough for people to want a rota before it, and a rota is made better part by part. */
export const LARGE = 10_000

/** The first rota is made part by part, too. */
export const IN_PARTS = 20_000

/** A dive of everything that looks at what its steps cost would not come to its end. */
export const VERY_LARGE = 30_000

/** From one level to the next the simplex wanders: thirteen weeks of five practices take 41 and 42 s anew, and 90 and more than 60 from a basis. */
export const HUGE = 70_000
