import type { CommandOf } from '../domain/plan/plan.types.js';

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
  constructor(
    /** The start as it would have been decided. */
    readonly command: CommandOf<'startPlan'>,
  ) {
    super('PLAN.SECOND_START');
    this.name = 'UnknowableSecondStart';
  }
}

/** What a command can refer to that is not there. */
export type ReferenceCode =
  | 'CITIZEN.NOT_FOUND'
  | 'PERSON.NOT_FOUND'
  | 'ORGANISATION.NOT_FOUND'
  | 'DOCUMENT.NOT_FOUND'
  | 'PLAN.NOT_FOUND';

/** A command names something that does not exist. Nothing was changed. */
export class UnknownReference extends Error {
  constructor(
    readonly code: ReferenceCode,
    /** The field that names it, with dots between its parts. */
    readonly field: string,
  ) {
    super(code);
    this.name = 'UnknownReference';
  }
}
