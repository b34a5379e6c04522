import { RecordDamaged } from './record-damaged.js';
import { RegisterDamaged } from './register-rows/register-rows.js';
import { UnfitSnapshot } from './snapshots/verified-rows.js';

/** Whether an error says that something that is kept is not as it was written. */
export function isDamaged(error: unknown): boolean {
  return error instanceof RecordDamaged || error instanceof UnfitSnapshot || error instanceof RegisterDamaged;
}
