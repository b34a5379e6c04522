/** A plan's events are not what was written: one is missing, was put in, or was altered. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged';

  constructor(readonly planId: string) {
    super('RECORD.DAMAGED');
  }
}
