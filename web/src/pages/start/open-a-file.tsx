import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { answered, api, type NetworkRecord, Refused, type WeekDocument, wordsOf } from '../../api.ts'

/** Opens a week (`rota/1`) or a network's record (`network/1`) from a local file. Never overwrites stored data. */
export function OpenAFile() {
  const id = useId()
  const navigate = useNavigate()
  const opening = useMutation({
    mutationFn: openFile,
    onSuccess: ({ ods, from }) =>
      from === null
        ? navigate({ to: '/networks/$ods/team', params: { ods } })
        : navigate({ to: '/networks/$ods/weeks/$from', params: { ods, from } }),
  })
  return (
    <section>
      <h2 className="nhsuk-heading-m">Or open a saved file</h2>
      <label className="nhsuk-label" htmlFor={id}>
        A week or a network saved earlier from this program (its name ends in .json)
      </label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) opening.mutate(file)
          target.value = ''
        }}
      />
      <p role="status">{opening.isPending && 'Reading the file…'}</p>
      {opening.error !== null && (
        <p className="rota-dialog__fault" role="alert">
          {faultOf(opening.error)}
        </p>
      )}
    </section>
  )
}

interface Opened {
  readonly ods: string
  /** Null for a record. */
  readonly from: string | null
}

/** The file isn't in a format that rota writes. */
class NoRotaFile extends Error {}

async function openFile(file: File): Promise<Opened> {
  const given = await readJson(file)
  const ods = given.network?.ods ?? ''
  const header = { 'If-None-Match': '*' }
  if (given.format === 'network/1') {
    const body = given as NetworkRecord
    await answered(api.PUT('/v1/networks/{ods}/record', { params: { path: { ods }, header }, body }))
    return { ods, from: null }
  }
  const body = given as WeekDocument
  const { from } = body.week
  await answered(api.PUT('/v1/networks/{ods}/weeks/{from}/document', { params: { path: { ods, from }, header }, body }))
  return { ods, from }
}

async function readJson(file: File): Promise<Partial<NetworkRecord> | Partial<WeekDocument>> {
  const text = await file.text()
  const given: unknown = await Promise.resolve(text)
    .then(JSON.parse)
    .catch(() => null)
  const format = typeof given === 'object' && given !== null && 'format' in given ? given.format : null
  if (format !== 'rota/1' && format !== 'network/1') throw new NoRotaFile()
  return given as Partial<NetworkRecord> | Partial<WeekDocument>
}

function faultOf(error: unknown): string {
  if (error instanceof NoRotaFile)
    return 'This file is neither a week (rota/1) nor a network (network/1). Nothing was stored.'
  if (error instanceof Refused && error.status === 412) {
    return 'Something is already stored for this week or network, so nothing was overwritten. Find the network above to open it.'
  }
  return wordsOf(error)
}
