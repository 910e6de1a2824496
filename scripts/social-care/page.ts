/** Formats two reports of one week side by side, as a page. */
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { ClinicReport, Report } from '../../src/report.ts'
import { partName, WEEKDAYS, weekdayName, weekdayOf } from '../../src/time.ts'

export interface TwoWeeks {
  readonly file: string
  readonly week: RotaDocument
  /** Ids of the people left out of the second. */
  readonly people: readonly string[]
  readonly withThem: Report
  readonly without: Report
}

/** The sample's needs for social care. */
const SOCIAL = ['social', 'carers', 'frailty', 'discharge', 'joint-visits']

export function socialCarePage(two: TwoWeeks): string {
  const { withThem, without } = two
  return `${[
    '# Who sees social need, with and without a social care practitioner',
    `One week of \`${two.file}\`, solved twice: as it is, and without its social care practitioner. Its people are synthetic, the practices in no register, and how often such needs arise is an assumption (decision 0071). Written by \`npm run -s social-care -- -o docs/social-care.md\`.`,
    `Both rotas are within ${percent(Math.max(...[withThem, without].flatMap(({ levels }) => levels.map(({ gap }) => gap))))} of the best possible on every level.`,
    inShort(two),
    '## When the social care practitioner is there',
    agreed(two),
    '## Who meets which need',
    table(['need', 'who', 'with', 'without'], byNeed(two)),
    'Contacts in the week. A dash means none.',
    '## What is due in the week, and in time',
    table(['need', 'due', 'in time with', 'in time without', 'left waiting with', 'without'], inTime(two)),
    '## On which day, and where',
    'Contacts of these needs, by the practice at which they are met.',
    table(['day', 'where', 'who, with', 'who, without'], byDay(two)),
    '## What it takes from others',
    ...others(two),
    '## What it costs, by who pays',
    table(['payer', 'with', 'without'], costs(withThem, without)),
  ].join('\n\n')}\n`
}

/** Summary: the practitioner's contacts, and how many more patients wait without them. */
function inShort({ week, people, withThem, without }: TwoWeeks): string {
  const roles = new Set(week.people.filter(({ id }) => people.includes(id)).map(({ role }) => role))
  const mine = withThem.clinics.filter(({ role }) => roles.has(role))
  const all = mine.reduce((sum, { contacts }) => sum + contacts, 0)
  const home = mine.filter(({ need }) => need === 'joint-visits').reduce((sum, { contacts }) => sum + contacts, 0)
  const left = ({ service }: Report) =>
    service.byNeed.filter(({ need }) => SOCIAL.includes(need)).reduce((sum, { waiting }) => sum + waiting, 0)
  const more = left(without) - left(withThem)
  return `In short: the practitioner meets ${figure(all)} contacts in the week, ${figure(home)} of them home visits made together with a clinician. Without the practitioner ${more < 0.05 ? 'no more contacts' : `${figure(more)} more contacts`} of social need are still waiting when the week ends.`
}

function agreed({ week, people, withThem }: TwoWeeks): string {
  const lines = withThem.assignments
    .filter(({ person }) => people.includes(person))
    .map((a) => `- ${dayOf(a.date)} ${partName(a.part)}: ${a.work} at ${siteName(week, a.site)}`)
  const names = week.people.filter(({ id }) => people.includes(id))
  const agreed = names.flatMap(({ works = [] }) => works.map((slot) => slotWords(slot))).join(', ')
  return [`Agreed with the council: ${agreed}. In this rota:`, lines.join('\n')].join('\n\n')
}

function byNeed({ week, withThem, without }: TwoWeeks): string[][] {
  return SOCIAL.flatMap((need) => {
    const [a, b] = [withThem, without].map((report) => byRole(report, (c) => c.need === need)) as [
      Map<string, number>,
      Map<string, number>,
    ]
    const roles = week.roles.map(({ id }) => id).filter((role) => (a.get(role) ?? 0) + (b.get(role) ?? 0) >= 0.05)
    return roles.map((role, i) => [
      i === 0 ? title(week, need) : '',
      roleTitle(week, role),
      figure(a.get(role)),
      figure(b.get(role)),
    ])
  })
}

function inTime({ week, withThem, without }: TwoWeeks): string[][] {
  return SOCIAL.map((id) => {
    const [a, b] = [withThem, without].map(({ service }) => service.byNeed.find(({ need }) => need === id))
    return [
      title(week, id),
      figure(a?.due),
      percent(a?.share ?? 1),
      percent(b?.share ?? 1),
      figure(a?.waiting),
      figure(b?.waiting),
    ]
  })
}

function byDay({ week, withThem, without }: TwoWeeks): string[][] {
  const isSocial = ({ need }: ClinicReport) => SOCIAL.includes(need)
  const dates = [...new Set([...withThem.clinics, ...without.clinics].filter(isSocial).map(({ date }) => date))].sort()
  return dates.flatMap((date) =>
    week.sites.flatMap(({ id, name }) => {
      const there = (c: ClinicReport) => isSocial(c) && c.date === date && c.site === id
      const [a, b] = [withThem, without].map((report) => who(week, byRole(report, there)))
      return a === '–' && b === '–' ? [] : [[dayOf(date), name, a ?? '', b ?? '']]
    }),
  )
}

/** Contacts of these needs met by GPs, and the waiting lists of all other needs, which show whose time is freed. */
function others({ week, withThem, without }: TwoWeeks): string[] {
  const gps = new Set(week.roles.filter(({ duty }) => duty === true).map(({ id }) => id))
  const minutes = (report: Report) =>
    report.clinics
      .filter((c) => SOCIAL.includes(c.need) && gps.has(c.role))
      .reduce(
        (sum, c) => sum + c.contacts * (week.roles.find(({ id }) => id === c.role)?.meets?.[c.need]?.minutes ?? 0),
        0,
      )
  const waiting = (report: Report) => report.service.byNeed.reduce((sum, row) => sum + row.waiting, 0)
  return [
    `GPs spend ${Math.round(minutes(withThem))} minutes on these needs with the practitioner, ${Math.round(minutes(without))} without.`,
    `At the end of the week ${Math.round(waiting(withThem))} people wait for any need with the practitioner, ${Math.round(waiting(without))} without.`,
  ]
}

function costs(withThem: Report, without: Report): string[][] {
  return Object.entries(withThem.cost.byFunding).map(([payer, pounds]) => [
    payer,
    `£${Math.round(pounds)}`,
    `£${Math.round(without.cost.byFunding[payer] ?? 0)}`,
  ])
}

function byRole({ clinics }: Report, which: (clinic: ClinicReport) => boolean): Map<string, number> {
  const sums = new Map<string, number>()
  for (const clinic of clinics.filter(which)) sums.set(clinic.role, (sums.get(clinic.role) ?? 0) + clinic.contacts)
  return sums
}

function who(week: RotaDocument, roles: ReadonlyMap<string, number>): string {
  const words = week.roles
    .map(({ id }) => [id, roles.get(id) ?? 0] as const)
    .filter(([, contacts]) => contacts >= 0.05)
    .map(([id, contacts]) => `${roleTitle(week, id)} ${figure(contacts)}`)
  return words.length === 0 ? '–' : words.join(', ')
}

function title({ needs }: RotaDocument, need: string): string {
  return needs.find(({ id }) => id === need)?.title ?? need
}

function roleTitle({ roles }: RotaDocument, role: string): string {
  return roles.find(({ id }) => id === role)?.title ?? role
}

function siteName({ sites }: RotaDocument, site: string): string {
  return sites.find(({ id }) => id === site)?.name ?? site
}

function dayOf(date: string): string {
  return weekdayName(weekdayOf(date))
}

function slotWords(slot: string): string {
  const [day = '', part = ''] = slot.split('-')
  const weekday = WEEKDAYS.find((one) => one === day)
  return `${weekday === undefined ? day : weekdayName(weekday)} ${partName(part)}`
}

function figure(value: number | undefined): string {
  return value === undefined || value < 0.05 ? '–' : value.toFixed(1)
}

function percent(share: number): string {
  return `${Math.round(1000 * share) / 10}%`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
