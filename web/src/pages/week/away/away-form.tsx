import { useState } from 'react'
import { longDay } from '../../../parts/dates.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import { nowIn } from '../changes/now-in.ts'

export interface Absence {
  readonly person: string
  readonly from: string
  readonly to: string
  /** Parts of the day; all of them if absent. */
  readonly parts?: string[]
}

export interface AwayFormProps {
  readonly plan: WeekPlan
  readonly isBusy: boolean
  readonly find: (absence: Absence) => void
}

/** Who is away and when, within the week being viewed. */
export function AwayForm({ plan, isBusy, find }: AwayFormProps) {
  const { document } = plan
  const days = plan.days.filter((day) => day >= nowIn(plan).slice(0, 'YYYY-MM-DD'.length))
  const first = days[0] ?? document.week.from
  const [person, setPerson] = useState('')
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(first)
  const last = laterOf(from, to)
  const [half, setHalf] = useState('')
  const halves = halvesOf(plan, from, last)
  const parts = halves.get(half)
  if (days.length === 0) return <p>This week is over, so nothing in it can be changed.</p>
  return (
    <form
      className="rota-away"
      onSubmit={(event) => {
        event.preventDefault()
        find({ person, from, to: last, ...(parts === undefined ? {} : { parts }) })
      }}
    >
      <label>
        <span>Who</span>
        <select className="nhsuk-select" required value={person} onChange={({ target }) => setPerson(target.value)}>
          <option value="">Choose a person</option>
          {document.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <DayChoice name="First day" {...{ days, value: from, choose: setFrom }} />
      <DayChoice name="Last day" days={days.filter((day) => day >= from)} value={last} choose={setTo} />
      <HalfChoice names={[...halves.keys()]} value={parts === undefined ? '' : half} choose={setHalf} />
      <button type="submit" className="rota-button rota-button--main" disabled={isBusy}>
        Who could?
      </button>
    </form>
  )
}

/** Parts of those days by what people call them: a Saturday's morning is a part of its own. */
function halvesOf({ sessions }: WeekPlan, from: string, to: string): ReadonlyMap<string, string[]> {
  const halves = new Map<string, string[]>()
  for (const { date, part, long } of sessions) {
    const name = long.split(', ').at(-1) ?? part
    const known = halves.get(name) ?? []
    if (from <= date && date <= to && !known.includes(part)) halves.set(name, [...known, part])
  }
  return halves
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b
}

interface DayChoiceProps {
  readonly name: string
  readonly days: readonly string[]
  readonly value: string
  readonly choose: (day: string) => void
}

function DayChoice({ name, days, value, choose }: DayChoiceProps) {
  return (
    <label>
      <span>{name}</span>
      <select className="nhsuk-select" value={value} onChange={({ target }) => choose(target.value)}>
        {days.map((day) => (
          <option key={day} value={day}>
            {longDay(day)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface HalfChoiceProps {
  /** "morning" */
  readonly names: readonly string[]
  /** Empty for whole days. */
  readonly value: string
  readonly choose: (name: string) => void
}

function HalfChoice({ names, value, choose }: HalfChoiceProps) {
  return (
    <label>
      <span>Which part</span>
      <select className="nhsuk-select" value={value} onChange={({ target }) => choose(target.value)}>
        <option value="">Whole days</option>
        {names.map((name) => (
          <option key={name} value={name}>
            Only the {name}
          </option>
        ))}
      </select>
    </label>
  )
}
