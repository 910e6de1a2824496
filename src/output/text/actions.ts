/** What to do first, grouped by who has to act. */
import { ACTORS, type ActionReport, type Actor } from '../../action.ts'
import type { Level } from '../../breach.ts'
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { ink } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { wrap } from './wrap.ts'

const SHOWN = 10
const NOTHING =
  'Nothing has to be mended: build the appointment book (--site NAME prints it for a site) and put up the duty list.'

/** Levels whose reasons are shown here; routine need has a table of its own. */
const EXPLAINED: readonly Level[] = ['never', 'safety', 'urgent']

/** The ten most urgent actions at most, grouped by who can act, with reasons in small print. */
export function actionLines({ actions }: Report, problem: Problem, print: Print): string[] {
  if (actions.length === 0) return wrap(NOTHING, print.width)
  const { shown, more } = cutList(actions, SHOWN, print)
  const groups = ACTORS.flatMap((who) => {
    const mine = shown.filter((action) => action.who === who)
    const sites = [...new Set(mine.map(({ site }) => site ?? ''))]
    return sites.map((site) => ({ who, site, mine: mine.filter((action) => (action.site ?? '') === site) }))
  }).sort((a, b) => shown.indexOf(a.mine[0] ?? NONE) - shown.indexOf(b.mine[0] ?? NONE))
  return [
    ...groups.flatMap(({ who, site, mine }) => [
      ink(nameOf(who, site, problem), 'strong', print),
      ...mine.flatMap((action) => lineOf(action, print)),
    ]),
    ...more,
  ]
}

const NONE: ActionReport = { who: 'practice', level: 'wish', fact: '', sentence: '', findings: 0 }

function nameOf(who: Actor, site: string, problem: Problem): string {
  const practice = problem.sites.length === 1 ? undefined : problem.siteById.get(site)?.name
  switch (who) {
    case 'practice':
      return practice === undefined ? 'Practice manager' : `Practice manager, ${practice}`
    case 'network':
      return problem.sites.length === 1 ? 'Practice manager, with the network' : 'Network manager'
    case 'partner':
      return 'Partner organisations (ask whoever employs them)'
    case 'director':
      return 'Network director: more time for routine patients'
  }
}

function lineOf({ level, sentence, why }: ActionReport, print: Print): string[] {
  const small =
    why === undefined || !EXPLAINED.includes(level)
      ? []
      : wrap(`Why: ${why}`, print.width - 4).map((line) => ink(`    ${line}`, 'quiet', print))
  return [...wrap(`- ${sentence}`, print.width, 2), ...small]
}
