/** For tests in which nobody's name is looked up. */
import type { Doors } from '../../../api/access/doors.ts'

const nobody = () => Promise.reject(new Error('nobody is known in this test'))

export const NO_DOORS: Doors = {
  session: nobody,
  key: nobody,
  networkOfOperation: nobody,
  beginSignIn: nobody,
  takeSignIn: nobody,
  beginSession: nobody,
  endSession: nobody,
  makeAdministrator: nobody,
  people: nobody,
  invite: nobody,
  regrant: nobody,
  forget: nobody,
  endSessionsOf: nobody,
  keys: nobody,
  makeKey: nobody,
  revokeKey: nobody,
}
