/** What a page asks of a service worker. */
export type WorkerAsk =
  /** Whether it keeps this file, which tells whether the page that runs is of its version; answered through the port. */
  | { ask: 'keeps'; path: string }
  /** To take the place of the one before it. */
  | { ask: 'take over' };
