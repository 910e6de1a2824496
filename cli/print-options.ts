/** Options that choose how much of a report is printed. */
import { BadInput } from '../src/errors.ts'
import { spellingsOf, wordsOf } from '../src/intake/name-words.ts'
import { nearest } from '../src/intake/suggest.ts'
import type { Print } from '../src/output/text/report-in-words.ts'
import type { Problem } from '../src/problem.ts'
import { type Call, flag, textOption } from './call.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

export const PRINT_OPTIONS: readonly Option[] = [
  { name: 'all', kind: 'flag', help: 'print every finding with its reason, every appointment and every full list' },
  {
    name: 'site',
    kind: 'text',
    value: 'NAME',
    help: 'print one site’s page for the wall: duty doctors, the week, what to build in the appointment book',
  },
]

export function printOf(call: Call, problem: Problem, world: World): Print {
  const site = textOption(call, 'site')
  return {
    ...world.paper,
    ...(flag(call, 'all') ? { all: true } : {}),
    ...(site === undefined ? {} : { site: siteCalled(site, problem) }),
  }
}

/** Finds a site by id or name, or by the beginning of either. */
function siteCalled(asked: string, { sites }: Problem): string {
  const words = wordsOf(asked).join(' ')
  for (const fit of ['whole', 'untitled', 'part'] as const) {
    const found = sites.filter((site) =>
      spellingsOf(site).some((spelling) => spelling.fit === fit && spelling.words.join(' ') === words),
    )
    const [only] = found
    if (found.length > 1)
      throw unclear('Several sites match this name.', asked, found.map(({ id, name }) => `${name} (${id})`).join(', '))
    if (only !== undefined) return only.id
  }
  const names = sites.flatMap(({ id, name }) => [name, id])
  throw unclear(
    'There is no site with this name.',
    asked,
    nearest(asked, names) ?? sites.map(({ name }) => name).join(', '),
  )
}

function unclear(detail: string, asked: string, maybe: string): BadInput {
  return new BadInput([{ pointer: '--site', detail, seen: `"${asked}"`, maybe }])
}
