/** Describes what happens in a quarter of a workforce plan. */
import { addDays, longDay } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import { type PlanStep, shareInPost } from './plan-changes.ts'
import { QUARTERS, WEEKS_TO_HIRE } from './plan-schemas.ts'

interface Scene {
  readonly document: RotaDocument
  readonly roles: RotaDocument['roles']
  /** First day of the quarter. */
  readonly from: string
}

export function planEvents(quarter: number, steps: readonly PlanStep[], scene: Scene): string[] {
  return steps.flatMap((step) => eventOf(step, quarter, scene))
}

function eventOf(planned: PlanStep, quarter: number, scene: Scene): string[] {
  const { document } = scene
  const title = (id: string) => [...document.roles, ...scene.roles].find((role) => role.id === id)?.title ?? id
  const name = (id: string) => document.people.find((one) => one.id === id)?.name ?? id
  const starts = quarter === planned.quarter
  switch (planned.kind) {
    case 'leave': {
      const { step } = planned
      if (!starts) return []
      return [
        'person' in step
          ? `${name(step.person)} leaves.`
          : `${title(step.role)}: ${count(step.sessions)} a week are lost.`,
      ]
    }
    case 'pay':
      return starts ? [`${title(planned.step.role)}: a session costs £${planned.step.costPerSession}.`] : []
    case 'demand': {
      const { need, site, factor } = planned.step
      const what = document.needs.find(({ id }) => id === need)?.title ?? 'All need'
      const where = document.sites.find(({ id }) => id === site)?.name
      const change = `${Math.round(1000 * (factor - 1)) / 10}%`.replace('-', '−')
      return starts ? [`${what}${where === undefined ? '' : `, ${where}`}: ${factor < 1 ? '' : '+'}${change}.`] : []
    }
    case 'recruit':
      return recruited(planned, quarter, { ...scene, title })
    case 'train':
      return trained(planned, quarter, { title, name })
  }
}

function recruited(
  planned: Extract<PlanStep, { kind: 'recruit' }>,
  quarter: number,
  { from, title }: Pick<Scene, 'from'> & { readonly title: (id: string) => string },
): string[] {
  const { role, sessions, weeks = WEEKS_TO_HIRE } = planned.step
  const [now, before] = [shareInPost(planned, quarter), quarter === 1 ? 0 : shareInPost(planned, quarter - 1)]
  const post = `${title(role)}, ${count(sessions)} a week`
  const start = addDays(from, 7 * (weeks - 13 * (quarter - planned.quarter)))
  if (now > 0 && before === 0) return [`${post}: in post from ${longDay(start)}.`]
  return quarter === planned.quarter ? [`${post}: advertised; ${weeks} weeks to hire.`] : []
}

function trained(
  { step, quarter: first }: Extract<PlanStep, { kind: 'train' }>,
  quarter: number,
  words: { readonly title: (id: string) => string; readonly name: (id: string) => string },
): string[] {
  const last = first + step.quarters
  const aim =
    step.to === undefined ? `learns ${(step.skills ?? []).join(', ')}` : `trains to be ${article(words.title(step.to))}`
  const end = last > QUARTERS ? 'beyond this year' : `until the end of quarter ${last - 1}`
  if (quarter === first) return [`${words.name(step.person)} ${aim}: ${count(step.sessions)} a week, ${end}.`]
  if (quarter !== last) return []
  return [
    step.to === undefined
      ? `${words.name(step.person)} has learnt ${(step.skills ?? []).join(', ')}.`
      : `${words.name(step.person)} is now ${article(words.title(step.to))}.`,
  ]
}

/** A title with its article, in lower case unless it is an abbreviation: "an advanced nurse practitioner", "a GP". */
function article(title: string): string {
  const lower = /^[A-Z][a-z]/.test(title) ? `${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : title
  return `${/^[aeiou]/i.test(lower) ? 'an' : 'a'} ${lower}`
}

function count(sessions: number): string {
  return `${Math.round(sessions * 10) / 10} session${sessions === 1 ? '' : 's'}`
}
