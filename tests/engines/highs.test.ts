import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { everyEngine } from './every-engine.ts'

everyEngine('highs', highsEngine)
