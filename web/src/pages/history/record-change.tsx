import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import { recordChanges } from './record-changes.ts'

export interface RecordChangeProps {
  readonly ods: string
  readonly version: number
  /** True to compare only on request, because loading two whole records takes a moment. */
  readonly isOnRequest: boolean
}

/** What one version of the record changed, in words. */
export function RecordChange({ ods, version, isOnRequest }: RecordChangeProps) {
  const [isAsked, setAsked] = useState(!isOnRequest)
  const now = useRecordVersion(ods, version, isAsked)
  const before = useRecordVersion(ods, version - 1, isAsked && version > 1)
  if (!isAsked) {
    return (
      <button type="button" className="rota-link" onClick={() => setAsked(true)}>
        What changed?<span className="nhsuk-u-visually-hidden"> In version {version}</span>
      </button>
    )
  }
  if (now.isError || before.isError) return <>This version or the one before it has been deleted.</>
  if (now.data === undefined || (version > 1 && before.data === undefined)) return <>Comparing…</>
  const changes = recordChanges(before.data ?? null, now.data)
  return <>{changes.length === 0 ? 'nothing else than settings' : changes.join('. ')}</>
}

function useRecordVersion(ods: string, version: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['record version', ods, version],
    queryFn: () => answered(api.GET('/v1/networks/{ods}/record', { params: { path: { ods }, query: { version } } })),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}
