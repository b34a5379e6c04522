import type { NoteConcern } from '../../persistence/entities/coordination-note.entity.js';
import type { EventContext } from './projection.types.js';
import { deleteRows, upsertRow } from './rows.js';

/**
 * Writes a reason or note that is for those who see the whole plan, in place of an earlier one.
 * @param ref What it is about; empty for the plan itself.
 * @param note Null takes an earlier one away.
 */
export async function writeNote(
  context: EventContext,
  concern: NoteConcern,
  ref: string,
  note: string | null,
): Promise<void> {
  if (note === null) await deleteRows(context, 'coordination_notes', { concern, ref });
  else await upsertRow(context, 'coordination_notes', { concern, ref }, { note });
}
