/** The network that comes with the program, to try things on: its code is in no register, its practices and people are invented. */
const SAMPLE = 'U99999'

export function isSample(ods: string): boolean {
  return ods === SAMPLE
}
