import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Told } from './watched-life.js';

const FOLDER = fileURLToPath(new URL('./found-lives/', import.meta.url));

/**
 * Lives in which a random search once found a promise broken, each as its story told it (`WatchedLife.story`), so that
 * it is lived again when the moves that a seed stands for are others. A file is named after what was broken.
 */
export function foundLives(): { readonly name: string; readonly life: readonly Told[] }[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      life: JSON.parse(readFileSync(new URL(file, `file://${FOLDER}`), 'utf8')) as Told[],
    }));
}
