/** The layers of solver/, lowest first: their files, and what they may import. Adding a dependency is a decision, not a convenience. */

export interface Layer {
  readonly name: string
  /** A file belongs to the first layer whose pattern matches its path. */
  readonly holds: RegExp
  /** Other layers it may import; its own is always allowed. */
  readonly uses: readonly string[]
  /** The subset of `uses` from which it may only import types. */
  readonly typesOf?: readonly string[]
  /** Packages it may import, in addition to Node's modules if `node` is true. */
  readonly packages: readonly string[]
  readonly node: boolean
}

/** Available to every layer above. */
const DOMAIN = ['domain', 'time', 'errors'] as const

function layer(name: string, holds: RegExp, rest: Partial<Layer>): Layer {
  return { name, holds, uses: [], packages: [], node: false, ...rest }
}

/** A layer of solver/, in the folder of the same name, without packages or platform modules. */
function solverLayer(name: string, uses: readonly string[], rest: Partial<Layer> = {}): Layer {
  return layer(name, new RegExp(`^solver/${name}/`), { uses, ...rest })
}

/** The search only knows rules and checks through the model. */
const SEARCH = ['model', 'engines', 'lp', 'facts', ...DOMAIN] as const

export const SOLVER_LAYERS: readonly Layer[] = [
  solverLayer('facts', DOMAIN),
  solverLayer('lp', []),
  // Starts a file of this project as a thread; any layer may use it.
  layer('spawn', /^solver\/engines\/spawn\.ts$/, { packages: ['tsx'], node: true }),
  solverLayer('engines/highs', ['engines', 'lp', 'errors'], { packages: ['highs'], node: true }),
  // A single call of the library, independent of the platform: the pages make it in a browser worker.
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
  // Independent of the platform, so that it also runs in a browser.
  solverLayer('mix', ['report', 'check', 'rules', 'search', 'model', 'engines', 'lp', 'facts', 'wording', ...DOMAIN]),
  // Entry points for callers.
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
