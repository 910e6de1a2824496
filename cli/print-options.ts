/** How much of a report is printed, as a command line asks. */
import { BadInput } from '../src/errors.ts'
import { spellingsOf, wordsOf } from '../src/intake/name-words.ts'
import { nearest } from '../src/intake/suggest.ts'
import type { Print } from '../src/output/terminal.ts'
import type { Problem } from '../src/problem.ts'
import { type Call, flag, textOption } from './call.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

export const PRINT_OPTIONS: readonly Option[] = [
  { name: 'all', kind: 'flag', help: 'print every finding with its reason, every appointment, and every list in full' },
  {
    name: 'site',
    kind: 'text',
    value: 'NAME',
    help: 'print one site’s page for its wall: duty doctors, the week, what to build in the appointment book',
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

/** By id or name, whole or the beginning of it. */
function siteCalled(asked: string, { sites }: Problem): string {
  const words = wordsOf(asked).join(' ')
  for (const fit of ['whole', 'untitled', 'part'] as const) {
    const found = sites.filter((site) =>
      spellingsOf(site).some((spelling) => spelling.fit === fit && spelling.words.join(' ') === words),
    )
    const [only] = found
    if (found.length > 1)
      throw unclear('Several sites are called so.', asked, found.map(({ id, name }) => `${name} (${id})`).join(', '))
    if (only !== undefined) return only.id
  }
  const names = sites.flatMap(({ id, name }) => [name, id])
  throw unclear(
    'There is no site of this name.',
    asked,
    nearest(asked, names) ?? sites.map(({ name }) => name).join(', '),
  )
}

function unclear(detail: string, asked: string, maybe: string): BadInput {
  return new BadInput([{ pointer: '--site', detail, seen: `"${asked}"`, maybe }])
}
