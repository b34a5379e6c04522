/** The one clock that API, activities and pages ask. */
export abstract class Clock {
  /** The present instant, ISO 8601 in UTC with milliseconds. */
  abstract now(): Promise<string>;
}

/** The machine's own clock, in production. */
export class WallClock extends Clock {
  now(): Promise<string> {
    return Promise.resolve(new Date().toISOString());
  }
}
