/** Groups of calls, in the order in which the documentation shows them. */
export const TAGS = {
  Planning: 'Small questions that are answered at once: plan a small week, check a document, judge a rota, ask why.',
  Solves: 'Weeks of any size, planned in the background.',
  Networks: 'Every primary care network in England, and the rules that rotas are held to.',
  Weeks: 'What a network keeps for each week: its documents, with versions.',
  Rotas: 'Rotas of a week, made by solves or by hand, and which of them is published.',
  Records: 'Everything kept about one person, erasing it, and who did what.',
  Webhooks: 'Signed notifications of what happens in a network.',
  Access: 'Who you are, who may do what, and the keys of other systems.',
  'Signing in': 'For browsers: signing in with the organisation’s own provider (OpenID Connect).',
  Service: 'For operators: whether the service is alive and ready, and its metrics.',
} as const

export type Tag = keyof typeof TAGS
