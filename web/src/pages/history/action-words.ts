/** Describes entries of the audit log. */
import { isDay, plainDay } from '../../parts/dates.ts'

const ACTIONS: Readonly<Record<string, string>> = {
  submit: 'asked the optimiser for a rota or a comparison',
  stop: 'stopped the optimiser',
  done: 'got the optimiser’s answer',
  failed: 'got no answer from the optimiser',
  expire: 'had an old answer of the optimiser deleted',
  'keep-document': 'changed the week',
  'keep-rota': 'changed the rota by hand',
  'keep-record': 'changed the team, leave, demand or rules',
  'change-leave': 'changed leave',
  'change-wishes': 'changed wishes',
  publish: 'published the rota',
  replace: 'replaced the published rota by a newer one',
  withdraw: 'withdrew the published rota',
  'delete-rota': 'deleted a rota',
  'delete-week': 'deleted a week',
  'delete-record-version': 'deleted an old version of the record',
  'export-person': 'exported everything about a person',
  'erase-person': 'erased a person',
  'export-rota': 'downloaded a rota',
  'propose-swap': 'proposed a swap',
  'accept-swap': 'accepted a swap',
  'refuse-swap': 'refused a swap',
  'link-account': 'linked an account to a person',
  'unlink-account': 'unlinked an account from a person',
  'make-calendar': 'made a calendar address',
  'remove-calendar': 'revoked a calendar address',
  'make-webhook': 'added a webhook',
  'remove-webhook': 'removed a webhook',
  'set-retention': 'changed how long data is stored',
}

/** "published the rota: Monday 30 November, version 2" */
export function actionWords(action: string, subject: string): string {
  const words = ACTIONS[action] ?? action.replaceAll('-', ' ')
  const about = subject
    .split(/[\s/]+/)
    .map((part) =>
      isDay(part)
        ? plainDay(part)
        : /^\d+$/.test(part)
          ? `version ${part}`
          : isCode(part) || KINDS.includes(part)
            ? ''
            : part,
    )
    .filter((part) => part !== '')
    .join(', ')
  return about === '' ? words : `${words}: ${about}`
}

/** Words in a path that the description already contains. */
const KINDS = ['rota', 'document', 'record', 'week', 'solve']

/** True for operation ids and hashes, which mean nothing to users. */
function isCode(text: string): boolean {
  return /^(sha256:)?[0-9a-f-]{16,}$/.test(text)
}

/** The log stores ids, never names, so all a reader can be told is whether it was them. */
export function whoWords(actor: string, me: string | undefined): string {
  if (actor === me) return 'you'
  if (actor === 'local') return 'somebody on this machine'
  return `a colleague (${actor.replace(/^[a-z]+:/, '').slice(0, 8)})`
}
