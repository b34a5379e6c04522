/** A problem whose message is one sentence for the person at the screen: what is wrong and what to do. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
