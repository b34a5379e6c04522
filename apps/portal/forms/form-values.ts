/** What somebody filled in, as it came: every field a text, none of it trusted. */
export class FormValues {
  readonly #fields: ReadonlyMap<string, readonly string[]>;

  private constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.#fields = fields;
  }

  /** Reads the body of a form, or the query of one that is sent by GET; a body that is none has no fields. */
  static of(body: unknown): FormValues {
    const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    return new FormValues(new Map(entries.map(([name, value]) => [name, textsIn(value)])));
  }

  /** A form nobody has filled in yet, with what stands in it to begin with. */
  static with(fields: Readonly<Record<string, string | readonly string[]>> = {}): FormValues {
    return FormValues.of(fields);
  }

  /** The text of a field; empty if it is not there. Browsers end lines as RFC 9110 has them, we as one character. */
  one(name: string): string {
    return (this.all(name)[0] ?? '').replaceAll('\r\n', '\n');
  }

  /** The same without white space around it; null if nothing is left. */
  text(name: string): string | null {
    const text = this.one(name).trim();
    return text === '' ? null : text;
  }

  /** Every value of a field of which several can be chosen. */
  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? [];
  }

  /** The value of a field if it is one of these. */
  choice<T extends string>(name: string, choices: readonly T[]): T | null {
    return choices.find((choice) => choice === this.one(name)) ?? null;
  }
}

function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
