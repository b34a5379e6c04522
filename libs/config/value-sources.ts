import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where the value of a variable comes from that is not itself in the environment. */
export interface ValueSource {
  /** What is added to a variable's name to name the source instead of the value. */
  readonly suffix: string;
  /** What stands there, in words. */
  readonly expected: string;
  /** The value, from what the environment says of its source. @throws any error */
  read(told: string): string;
}

/** How long a key service may take. */
const PATIENCE = 30_000;
const MOST_BYTES = 1024 * 1024;

/** `FIELD_KEYS_FILE=/run/secrets/field-keys`: as container platforms hand secrets over. */
const file: ValueSource = {
  suffix: '_FILE',
  expected: 'the path of a file that can be read',
  read: (path) => readFileSync(path, 'utf8'),
};

/** `FIELD_KEYS_COMMAND=["vault","kv","get","-field=keys","kiplan"]`: whatever client a key service has, without a shell. */
const command: ValueSource = {
  suffix: '_COMMAND',
  expected: 'a command as a JSON list of texts, which prints the value and ends with 0 within 30 seconds',
  read(told) {
    const [program, ...words] = wordsOf(told);
    if (program === undefined) throw new TypeError('no command');
    return execFileSync(program, words, {
      encoding: 'utf8',
      timeout: PATIENCE,
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  },
};

function wordsOf(told: string): string[] {
  const words: unknown = JSON.parse(told);
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string'))
    throw new TypeError('no list');
  return words;
}

const VALUE_SOURCES: readonly ValueSource[] = [file, command];

/** Something that the environment says about a variable is not fit; `expected` never repeats it. */
export interface Unfit {
  readonly variable: string;
  /** What is not fit: the variable, or the source of its value. */
  readonly name: string;
  readonly expected: string;
}

/**
 * The values of variables: each as it stands, or from the source that is named instead. An empty variable is one that is not set.
 * @param names The variables that there are.
 */
export function valuesOf(
  names: readonly string[],
  source: NodeJS.ProcessEnv,
): { readonly values: Readonly<Record<string, string>>; readonly unfit: readonly Unfit[] } {
  const values: Record<string, string> = {};
  const unfit: Unfit[] = [];
  for (const name of names) {
    const found = [{ suffix: '', read: (told: string) => told, expected: '' }, ...VALUE_SOURCES].filter(
      ({ suffix }) => isTold(source[name + suffix]),
    );
    const [one, another] = found;
    if (another !== undefined)
      unfit.push({ variable: name, name: name + another.suffix, expected: `it alone, or ${name} alone` });
    else if (one !== undefined) {
      try {
        values[name] = one.read(source[name + one.suffix] ?? '').trim();
      } catch {
        unfit.push({ variable: name, name: name + one.suffix, expected: one.expected });
      }
    }
  }
  return { values, unfit };
}

function isTold(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
