/** Tasks worked off by so many at a time. */

export interface Pool<T> {
  readonly tasks: readonly T[]
  readonly workers: number
  /** What throws here ends the pool. */
  readonly work: (task: T) => Promise<void>
  /** No further task is begun once this is true; those that run are waited for. */
  readonly isOver: () => boolean
}

/** Each worker takes the next task as soon as it is free, so the order of beginnings is that of the list. */
export async function workOff<T>({ tasks, workers, work, isOver }: Pool<T>): Promise<void> {
  const left = tasks.values()
  const one = async () => {
    for (const task of left) {
      if (isOver()) return
      await work(task)
    }
  }
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, one))
}
