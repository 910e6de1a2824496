import { jslpEngine } from '../../solver/engines/jslp.ts'
import { everyEngine } from './every-engine.ts'

everyEngine('javascript-lp-solver', jslpEngine)
