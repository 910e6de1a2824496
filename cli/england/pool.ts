/** A pool that works on a limited number of tasks at once. */

export interface Pool<T> {
  readonly tasks: readonly T[]
  readonly workers: number
  /** An error here ends the pool. */
  readonly work: (task: T) => Promise<void>
  /** Once true, no further task is started; running ones are awaited. */
  readonly isOver: () => boolean
}

/** Each worker takes the next task as soon as it is free, so tasks start in list order. */
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
