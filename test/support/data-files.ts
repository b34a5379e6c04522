import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In which files of a folder, and all below it, each word stands as it is; words that stand in none are left out. */
export async function filesThatHold(
  folder: string,
  words: readonly string[],
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file);
    for (const word of words) if (content.includes(word)) (found[word] ??= []).push(file);
  }
  return found;
}
