/** On this computer's own address, nobody else can open the link. */
export function sharedWords(host: string): string {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host)
    ? 'Whoever opens it on this computer sees the same: this service can’t be reached from another one.'
    : 'A colleague who may open this network sees the same.'
}
