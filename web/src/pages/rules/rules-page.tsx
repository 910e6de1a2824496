import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { type KnownRecord, useKnownRecord } from '../../parts/record/known-record.ts'
import { RecordBasis } from '../../parts/record/record-basis.tsx'
import { StoredLine } from '../../parts/record/stored-line.tsx'
import { useRecordChanges } from '../../parts/record/use-record-changes.ts'
import { OtherRules } from './other-rules.tsx'
import { Presets } from './presets.tsx'
import { FIRST_RULES } from './rule-sentences.ts'
import type { Rule } from './rule-settings.ts'
import { SentenceRow } from './sentence-row.tsx'

const route = getRouteApi('/networks/$ods/rules')

/** `/networks/{ods}/rules`: this network's rules, as sentences with their numbers. */
export function RulesPage() {
  const { ods } = route.useParams()
  const record = useKnownRecord(ods)
  const rules = useQuery({
    queryKey: ['rules'],
    queryFn: () => answered(api.GET('/v1/rules', {})),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const fault = record.error ?? rules.error
  const again = () => {
    void record.refetch()
    void rules.refetch()
  }
  return (
    <>
      <NetworkHead ods={ods} name={record.data?.record.network.name} title="Rules" />
      {fault !== null && <FaultNotice what="The rules could not be read" error={fault} again={again} />}
      {fault === null && (record.data === undefined || rules.data === undefined) && (
        <p role="status">Loading the rules…</p>
      )}
      {record.data !== undefined && rules.data !== undefined && (
        <KnownRules ods={ods} known={record.data} rules={rules.data} />
      )}
    </>
  )
}

interface KnownRulesProps {
  readonly ods: string
  readonly known: KnownRecord
  readonly rules: readonly Rule[]
}

function KnownRules({ ods, known, rules }: KnownRulesProps) {
  const changes = useRecordChanges(ods)
  const mayEdit = useMayEdit(ods)
  const record = changes.shown(known.record)
  const first = FIRST_RULES.flatMap((sentence) => {
    const rule = rules.find(({ id }) => id === sentence.rule)
    return rule === undefined ? [] : [{ sentence, rule }]
  })
  const others = rules.filter(({ id }) => !FIRST_RULES.some(({ rule }) => rule === id))
  return (
    <div className="rota-rules" key={changes.round}>
      <RecordBasis known={known} mayEdit={mayEdit} />
      <StoredLine changes={changes} />
      {mayEdit && <Presets {...{ rules, changes }} />}
      <h2 className="nhsuk-heading-m">What most networks set first</h2>
      <ul className="rota-rules__list">
        {first.map(({ sentence, rule }) => (
          <SentenceRow key={rule.id} {...{ sentence, rule, record, changes, mayEdit }} />
        ))}
      </ul>
      <OtherRules {...{ rules: others, record, changes, mayEdit }} />
    </div>
  )
}
