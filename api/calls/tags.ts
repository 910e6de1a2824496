/** Groups of calls, in the order in which the documentation shows them. */
export const TAGS = {
  Planning: 'Plan a small week, check a document, judge a rota, ask why or what if; long questions become operations.',
  Solves: 'Weeks of any size, planned in the background.',
  Operations: 'Long questions about a week (replans, comparisons, mixes, stress tests), answered in the background.',
  Networks: 'Every primary care network in England, and the rules for rotas.',
  Record: 'What lasts in a network from week to week: people and patterns, leave, wishes, closures, demand, rules.',
  Weeks: 'A network’s weeks: versioned documents.',
  Rotas: 'A week’s rotas, solved or made by hand, and which one is published.',
  Records: 'Everything stored about a person, erasure, and the audit log.',
  'Own weeks': 'What people see and say of themselves: their published sessions and their wishes.',
  Swaps: 'Swaps of published sessions: staff propose and agree, a manager accepts.',
  Calendars: 'Published sessions in people’s own calendars, at secret addresses that can be revoked.',
  Webhooks: 'Signed notifications of what happens in a network.',
  Access: 'Who you are, who may do what, and the keys of other systems.',
  'Signing in': 'For browsers: sign-in through the organisation’s own provider (OpenID Connect).',
  Service: 'For operators: whether the service is alive and ready, and its metrics.',
} as const

export type Tag = keyof typeof TAGS
