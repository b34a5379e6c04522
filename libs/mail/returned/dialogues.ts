/** What a mail server may take of a receiver. RFC 5321 lets it be slow: five minutes for each command (4.5.3.2). */
export interface DialogueLimits {
  /** Dialogues with one address at a time. */
  readonly perAddress: number;
  /** Recipients that are refused in one dialogue, after which it ends. */
  readonly refusedRecipients: number;
  /** Longest time, in milliseconds, in which no mail comes to its end: whoever is only slow is done by then. */
  readonly withoutMail: number;
  /** Longest dialogue, in milliseconds, whatever comes in it. */
  readonly longest: number;
}

export const DIALOGUE_LIMITS: DialogueLimits = {
  perAddress: 20,
  refusedRecipients: 20,
  withoutMail: 15 * 60_000,
  longest: 60 * 60_000,
};

interface Dialogue {
  readonly address: string;
  readonly end: NodeJS.Timeout;
  patience: NodeJS.Timeout;
  refused: number;
}

/** The dialogues that are under way, each by its id. */
export class Dialogues {
  readonly #open = new Map<string, Dialogue>();

  /** @param cut Ends a dialogue that has taken too long. */
  constructor(
    private readonly limits: DialogueLimits,
    private readonly cut: (id: string) => void,
  ) {}

  /** Begins one. @returns Whether its address may have another. */
  begin(id: string, address: string): boolean {
    const others = [...this.#open.values()].filter((one) => one.address === address).length;
    if (others >= this.limits.perAddress) return false;
    const end = this.after(this.limits.longest, id);
    this.#open.set(id, { address, end, patience: this.after(this.limits.withoutMail, id), refused: 0 });
    return true;
  }

  /** Notes a recipient that is refused. @returns Whether another one may be tried. */
  noteRefused(id: string): boolean {
    const dialogue = this.#open.get(id);
    if (dialogue === undefined) return false;
    dialogue.refused += 1;
    return dialogue.refused <= this.limits.refusedRecipients;
  }

  /** Notes a mail that has come to its end, so that there is patience anew. */
  noteMail(id: string): void {
    const dialogue = this.#open.get(id);
    if (dialogue === undefined) return;
    clearTimeout(dialogue.patience);
    dialogue.patience = this.after(this.limits.withoutMail, id);
  }

  /** Ends one. */
  end(id: string): void {
    const dialogue = this.#open.get(id);
    if (dialogue === undefined) return;
    clearTimeout(dialogue.end);
    clearTimeout(dialogue.patience);
    this.#open.delete(id);
  }

  private after(milliseconds: number, id: string): NodeJS.Timeout {
    return setTimeout(() => {
      this.cut(id);
    }, milliseconds).unref();
  }
}
