/** What looks for harmful content in what is uploaded. */
export abstract class UploadScanner {
  /**
   * Looks through some content.
   * @returns The name of what was found, or null.
   * @throws Error if it could not be looked through; then it is not to be kept.
   */
  abstract scan(content: Buffer): Promise<string | null>;
}

/** Finds nothing: for a set-up where something before or behind looks. */
export class NoUploadScanner extends UploadScanner {
  override scan(): Promise<null> {
    return Promise.resolve(null);
  }
}
