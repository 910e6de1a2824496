import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type NetworkRecord, Refused } from '../../api.ts'
import { type KnownRecord, recordKey, storeRecord } from './known-record.ts'

/** A single change made to a record by the user. */
export interface RecordChange {
  /** "GP partner 1 works 6 sessions a week" */
  readonly what: string
  /** Can be applied to any version, including one newer than it was made on. */
  readonly apply: (record: NetworkRecord) => NetworkRecord
}

export interface Unstored {
  readonly change: RecordChange
  readonly error: unknown
}

export interface RecordChanges {
  readonly make: (change: RecordChange) => void
  readonly isStoring: boolean
  /** The record with pending changes applied. */
  readonly shown: (record: NetworkRecord) => NetworkRecord
  /** The last change saved from this page; null if there is none. */
  readonly last: RecordChange | null
  /** Undoes the last change; null if somebody else has since saved a version on top of it. */
  readonly undo: (() => void) | null
  /** Changes the service refused, oldest first. */
  readonly unstored: readonly Unstored[]
  /** Reloads the latest version and saves them on top of it. */
  readonly again: () => void
  /** Reloads the latest version and discards them. */
  readonly drop: () => void
  /** Changes whenever fields should be reset from the record. */
  readonly round: number
}

interface Stored {
  readonly change: RecordChange
  readonly before: NetworkRecord
  readonly etag: string | null
}

/** Saves each change to a network's record as it is made, one after another. */
export function useRecordChanges(ods: string): RecordChanges {
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState<readonly RecordChange[]>([])
  const [unstored, setUnstored] = useState<readonly Unstored[]>([])
  const [last, setLast] = useState<Stored | null>(null)
  const [round, setRound] = useState(0)
  const { mutate, isPending } = useMutation({
    scope: { id: `record ${ods}` },
    mutationFn: (change: RecordChange) => storeRecord(queries, ods, change.apply),
    onMutate: (change) => setWaiting((others) => [...others, change]),
    onSuccess: (stored, change) => setLast({ change, ...stored }),
    onError: (error, change) => setUnstored((others) => [...others, { change, error }]),
    onSettled: (_, __, change) => setWaiting((all) => all.filter((one) => one !== change)),
    retry: false,
  })
  const reread = async () => {
    setUnstored([])
    await queries.refetchQueries({ queryKey: recordKey(ods) })
    setRound((n) => n + 1)
  }
  const isOurs = last !== null && queries.getQueryData<KnownRecord>(recordKey(ods))?.etag === last.etag
  return {
    make: mutate,
    isStoring: isPending,
    shown: (record) => waiting.reduce((now, { apply }) => apply(now), record),
    last: last?.change ?? null,
    undo: isOurs && unstored.length === 0 ? () => mutate(undoing(last)) : null,
    unstored,
    again: () => {
      const changes = unstored.map(({ change }) => change)
      void reread().then(() => {
        for (const change of changes) mutate(change)
      })
    },
    drop: () => void reread(),
    round,
  }
}

function undoing({ change, before }: Stored): RecordChange {
  return { what: `Undone: ${change.what}`, apply: () => before }
}

/** True if somebody else saved a version in the meantime. */
export function isConflict({ error }: Unstored): boolean {
  return error instanceof Refused && error.status === 412
}
