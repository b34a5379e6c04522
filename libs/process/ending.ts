import type { OnApplicationShutdown } from '@nestjs/common';

/** Ends what the API stands on, once it takes no more requests and has finished those under way. */
export class Ending implements OnApplicationShutdown {
  constructor(private readonly end: () => Promise<void>) {}

  onApplicationShutdown(): Promise<void> {
    return this.end();
  }
}
