/** From so many columns on, the relaxation takes long enough for people to want a rota before it, and a large network is made better part by part. */
export const LARGE = 10_000

/** From so many on, a dive of everything that looks at what its steps cost would not come to its end. */
export const VERY_LARGE = 30_000
