import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../../api.ts'
import { addDays, isDay, mondayOf, plainDay, today } from '../../../parts/dates.ts'
import { SelectField, TextField } from '../../../parts/fields.tsx'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import { newLeaveId } from '../../../parts/record/new-leave-id.ts'
import type { RecordChanges } from '../../../parts/record/use-record-changes.ts'
import { partsWords } from '../../../parts/session-words.ts'
import type { Team } from '../team.ts'
import { LeaveEffects } from './leave-effects.tsx'
import { leaveWords } from './leave-list.tsx'

export interface GrantLeaveProps {
  readonly team: Team
  readonly changes: RecordChanges
  /** False until the record is stored; the effects of leave can't be checked before. */
  readonly isStored: boolean
  /** Called with the first day of the leave granted. */
  readonly granted: (from: string) => void
}

/** Checks the effects of leave, then grants it. */
export function GrantLeave(props: GrantLeaveProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="rota-button rota-button--main" onClick={() => setIsOpen(true)}>
        Grant leave
      </button>
      {isOpen && <GrantLeaveDialog {...props} close={() => setIsOpen(false)} />}
    </>
  )
}

interface GrantLeaveDialogProps extends GrantLeaveProps {
  readonly close: () => void
}

function GrantLeaveDialog({ team, changes, isStored, granted, close }: GrantLeaveDialogProps) {
  const { record, ods, parts } = team
  const soonest = addDays(mondayOf(today()), 7)
  const [given, setGiven] = useState<Given>({ person: '', from: soonest, to: null, part: '' })
  const leave = {
    person: given.person,
    from: given.from,
    to: lastDayOf(given),
    ...(given.part === '' ? {} : { parts: [given.part] }),
  }
  const checking = useMutation({
    mutationFn: () => answered(api.POST('/v1/leave-checks', { body: { network: ods, leave } })),
  })
  const set = (changed: Partial<Given>) => {
    checking.reset()
    setGiven((before) => ({ ...before, ...changed }))
  }
  const flaw = flawOf(leave)
  const name = record.people.find(({ id }) => id === given.person)?.name ?? ''
  const grant = () => {
    changes.make({
      what: `${name}’s leave, ${leaveWords(leave, parts)}, granted`,
      apply: (now) => ({ ...now, leave: [...(now.leave ?? []), { id: newLeaveId(now.leave ?? []), ...leave }] }),
    })
    granted(leave.from)
  }
  return (
    <Modal className="rota-dialog" heading="Grant leave" close={close}>
      <LeaveFields {...{ team, given, set }} />
      <p role="status">{flaw !== '' ? flaw : name !== '' && `${name} would be away ${leaveWords(leave, parts)}.`}</p>
      {!isStored && <p>The effect of leave on the rota can be worked out once this team has been saved.</p>}
      {checking.data !== undefined && <LeaveEffects check={checking.data} />}
      {checking.error !== null && <p className="rota-dialog__fault">{wordsOf(checking.error)}</p>}
      <GrantButtons
        isWhole={given.person !== '' && flaw === ''}
        isChecking={checking.isPending}
        grant={grant}
        check={isStored ? () => checking.mutate() : null}
      />
    </Modal>
  )
}

interface GrantButtonsProps {
  /** True if a person is chosen and both days are valid dates. */
  readonly isWhole: boolean
  readonly isChecking: boolean
  readonly grant: () => void
  readonly check: (() => void) | null
}

function GrantButtons({ isWhole, isChecking, grant, check }: GrantButtonsProps) {
  return (
    <div className="rota-dialog__buttons">
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={!isWhole}
        onClick={(event) => {
          grant()
          closeModal(event)
        }}
      >
        Grant it
      </button>
      {check !== null && (
        <button type="button" className="rota-button" disabled={!isWhole || isChecking} onClick={check}>
          {isChecking ? 'Working it out…' : 'What would it do?'}
        </button>
      )}
      <button type="button" className="rota-button" onClick={closeModal}>
        Cancel
      </button>
    </div>
  )
}

interface Given {
  readonly person: string
  readonly from: string
  /** Null until entered; the first day is then used. */
  readonly to: string | null
  readonly part: string
}

interface LeaveFieldsProps {
  readonly team: Team
  readonly given: Given
  readonly set: (changed: Partial<Given>) => void
}

function LeaveFields({ team: { record, parts }, given, set }: LeaveFieldsProps) {
  return (
    <div className="rota-editor__fields">
      <SelectField
        label="Who"
        value={given.person}
        options={[
          { value: '', name: 'Choose a person' },
          ...record.people.map(({ id, name }) => ({ value: id, name })),
        ]}
        commit={(person) => set({ person })}
      />
      <TextField label="First day" type="date" value={given.from} isLive commit={(from) => set({ from })} />
      <TextField label="Last day" type="date" value={lastDayOf(given)} isLive commit={(to) => set({ to })} />
      <SelectField
        label="Which part"
        value={given.part}
        options={[
          { value: '', name: 'Whole days' },
          ...parts.map(({ id }) => ({ value: id, name: `Only ${partsWords([id], parts)}` })),
        ]}
        commit={(part) => set({ part })}
      />
    </div>
  )
}

/** Follows the first day only until it is entered, and doesn't change by itself after that. */
const lastDayOf = ({ from, to }: Given) => to ?? from

/** Why this leave can't be granted; empty if it can. */
function flawOf({ from, to }: { readonly from: string; readonly to: string }): string {
  if (!isDay(from) || !isDay(to)) return 'Enter both days.'
  return to < from ? `The last day, ${plainDay(to)}, is before the first day, ${plainDay(from)}.` : ''
}
