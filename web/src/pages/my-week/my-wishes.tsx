import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { SelectField, TextField } from '../../parts/fields.tsx'
import type { PublishedWeek } from '../../parts/week/published-week.ts'
import { OWN_KEY, type OwnData } from './own-data.ts'
import { type Wish, wishOf, wishParts, wishWords } from './wish-words.ts'

export interface MyWishesProps {
  readonly network: string
  readonly wishes: OwnData['wishes'][number]['wishes']
  readonly parts: PublishedWeek['parts']
  readonly isOld: boolean
}

/** The user's own wishes, to add and remove. They apply to weeks not yet planned. */
export function MyWishes({ network, wishes, parts, isOld }: MyWishesProps) {
  const queries = useQueryClient()
  const storing = useMutation({
    mutationFn: (wanted: readonly Wish[]) =>
      answered(api.PUT('/v1/me/wishes', { body: { network, wishes: [...wanted] } })),
    onSettled: () => queries.invalidateQueries({ queryKey: OWN_KEY }),
  })
  const plain = wishes.map(({ part, date, want }): Wish => ({ part, want, ...(date == null ? {} : { date }) }))
  return (
    <section className="rota-mine__card" aria-label="My wishes">
      <h2>My wishes</h2>
      <p>They apply to weeks that are not planned yet. Everyone’s wishes count equally, but not all can be met.</p>
      <ul className="rota-mine__wishes">
        {plain.map((wish, n) => (
          <li key={wishes[n]?.id}>
            {wishWords(wish, parts)}{' '}
            {!isOld && (
              <button
                type="button"
                className="rota-link"
                disabled={storing.isPending}
                onClick={() => storing.mutate(plain.filter((one) => one !== wish))}
              >
                Remove<span className="nhsuk-u-visually-hidden">: {wishWords(wish, parts)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {plain.length === 0 && <p>You have no wishes yet.</p>}
      {storing.error !== null && (
        <p className="rota-dialog__fault" role="alert">
          {wordsOf(storing.error)}
        </p>
      )}
      {!isOld && parts.length > 0 && (
        <NewWish parts={parts} isBusy={storing.isPending} add={(wish) => storing.mutate([...plain, wish])} />
      )}
    </section>
  )
}

interface NewWishProps {
  readonly parts: PublishedWeek['parts']
  readonly isBusy: boolean
  readonly add: (wish: Wish) => void
}

function NewWish({ parts, isBusy, add }: NewWishProps) {
  const [given, setGiven] = useState({ want: 'off', when: '', date: '' })
  const set = (changed: Partial<typeof given>) => setGiven((now) => ({ ...now, ...changed }))
  const wish = wishOf(given)
  return (
    <div className="rota-editor__fields">
      <SelectField
        label="I would like"
        value={given.want}
        options={[
          { value: 'off', name: 'to be off' },
          { value: 'on', name: 'to work' },
        ]}
        commit={(want) => set({ want })}
      />
      <SelectField
        label="When"
        value={given.when}
        options={[{ value: '', name: 'Choose' }, ...wishParts(parts)]}
        commit={(when) => set({ when })}
      />
      {given.when.startsWith('once ') && (
        <TextField label="Day" type="date" value={given.date} commit={(date) => set({ date })} />
      )}
      <button
        type="button"
        className="rota-button"
        disabled={wish === null || isBusy}
        onClick={() => {
          if (wish !== null) add(wish)
          set({ when: '', date: '' })
        }}
      >
        {isBusy ? 'Saving…' : 'Add this wish'}
      </button>
    </div>
  )
}
