/** The layers of solver/, lowest first: what each holds, and what it may import. A new arrow is a decision, not a convenience. */

export interface Layer {
  readonly name: string
  /** The first layer whose pattern fits a path is the path's layer. */
  readonly holds: RegExp
  /** Layers of ours that it may import; its own always. */
  readonly uses: readonly string[]
  /** Of those, the ones that it may import types from and nothing else. */
  readonly typesOf?: readonly string[]
  /** Packages that it may import, beside its own platform's where `node` is true. */
  readonly packages: readonly string[]
  readonly node: boolean
}

/** What every layer above may use. */
const DOMAIN = ['domain', 'time', 'errors'] as const

function layer(name: string, holds: RegExp, rest: Partial<Layer>): Layer {
  return { name, holds, uses: [], packages: [], node: false, ...rest }
}

/** A layer of solver/: its folder's name is its own, and it has neither packages nor a platform. */
function solverLayer(name: string, uses: readonly string[], rest: Partial<Layer> = {}): Layer {
  return layer(name, new RegExp(`^solver/${name}/`), { uses, ...rest })
}

/** The search knows rules and checks by nothing but what the model says of them. */
const SEARCH = ['model', 'engines', 'lp', 'facts', ...DOMAIN] as const

export const SOLVER_LAYERS: readonly Layer[] = [
  solverLayer('facts', DOMAIN),
  solverLayer('lp', []),
  // How a file of this project becomes a thread; any layer may use it.
  layer('spawn', /^solver\/engines\/spawn\.ts$/, { packages: ['tsx'], node: true }),
  solverLayer('engines/highs', ['engines', 'lp', 'errors'], { packages: ['highs'], node: true }),
  // One call of the library, free of any platform: the pages make it in a browser's worker.
  layer('jslp-run', /^solver\/engines\/jslp\/(run|model)\.ts$/, { uses: ['lp'], packages: ['javascript-lp-solver'] }),
  solverLayer('engines/jslp', ['jslp-run', 'engines', 'spawn', 'lp', 'errors'], {
    packages: ['javascript-lp-solver'],
    node: true,
  }),
  solverLayer('engines/native', ['engines', 'lp', 'errors'], { node: true }),
  solverLayer('engines', ['lp', 'errors'], { node: true }),
  solverLayer('model', ['facts', 'lp', ...DOMAIN]),
  solverLayer('rules', ['model', 'facts', 'wording', ...DOMAIN], { typesOf: ['model'] }),
  solverLayer('search/start', ['search', ...SEARCH]),
  solverLayer('search', SEARCH),
  solverLayer('check', ['rules', 'model', 'facts', ...DOMAIN], { typesOf: ['model'] }),
  solverLayer('report/actions', ['facts', 'wording', ...DOMAIN]),
  solverLayer('report', ['report/actions', 'check', 'rules', 'facts', 'wording', ...DOMAIN]),
  solverLayer('explain/causes', ['rules', 'facts', 'wording', ...DOMAIN]),
  solverLayer('explain/clash', ['rules', 'model', 'engines', 'lp', 'facts', 'wording', ...DOMAIN]),
  solverLayer('explain/why', [
    ...['explain/causes', 'explain/clash', 'report/actions', 'report', 'check', 'rules', 'search', 'model'],
    ...['engines', 'lp', 'facts', 'wording', ...DOMAIN],
  ]),
  solverLayer('replan', [
    ...[
      'explain/why',
      'report',
      'check',
      'rules',
      'search/start',
      'search',
      'model',
      'engines',
      'lp',
      'facts',
      'wording',
      ...DOMAIN,
    ],
  ]),
  // Free of any platform: it runs in a browser as well.
  solverLayer('mix', ['report', 'check', 'rules', 'search', 'model', 'engines', 'lp', 'facts', 'wording', ...DOMAIN]),
  // The doors: what a caller asks for.
  layer('solver', /^solver\/[^/]+\.ts$/, {
    uses: [
      ...[
        'mix',
        'replan',
        'explain/causes',
        'explain/clash',
        'report/actions',
        'report',
        'check',
        'search/start',
        'search',
      ],
      ...['rules', 'model', 'engines/highs', 'engines/jslp', 'engines/native', 'engines', 'lp', 'facts', ...DOMAIN],
    ],
  }),
  solverLayer('worker', ['solver', 'search', 'engines', 'spawn', ...DOMAIN], { typesOf: ['search'], node: true }),
]
