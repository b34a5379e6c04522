/** Somebody else changed the plan since the actor last looked (If-Match). Nothing was changed. */
export class StaleSeqError extends Error {
  constructor(
    readonly planId: string,
    readonly currentSeq: number,
  ) {
    super('PLAN.CHANGED_MEANWHILE');
    this.name = 'StaleSeqError';
  }
}

/** A start for a citizen who has an open plan that the actor may not know of. To be answered like any start. */
export class UnknowableSecondStart extends Error {
  constructor(readonly planId: string) {
    super('PLAN.SECOND_START');
    this.name = 'UnknowableSecondStart';
  }
}
