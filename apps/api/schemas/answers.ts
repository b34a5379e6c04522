import { z } from 'zod';

/** Building blocks of what is answered; they describe and are not used to check what people send. */
export const when = z.string().meta({ format: 'date-time' });
export const day = z.string().meta({ format: 'date' });
export const uuidAnswer = z.string().meta({ format: 'uuid' });
export const participantRef = z.string().meta({ description: 'Id of a participant, or `citizen`.' });

/** A list in an answer. */
export function list<T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> {
  return z.array(item).readonly();
}

/** A whole list under `items`. */
export function items<T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodReadonly<z.ZodArray<T>> }> {
  return z.strictObject({ items: list(item) });
}

/** A list that was read, as it is answered. */
export async function itemsOf<T>(read: Promise<readonly T[]>): Promise<{ items: readonly T[] }> {
  return { items: await read };
}

/** A page of a list; `next` is the cursor of the next page. */
export function page<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodReadonly<z.ZodArray<T>>; next: z.ZodNullable<z.ZodString> }> {
  return z.strictObject({ items: list(item), next: z.string().nullable() });
}
