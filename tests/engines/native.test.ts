import { nativeEngine } from '../../solver/engines/native.ts'
import { findNative } from '../../solver/engines/native-solvers.ts'
import { everyEngine } from './every-engine.ts'

const found = findNative()
if (found !== null) everyEngine(`${found.kind} at the command line`, () => nativeEngine(found))
