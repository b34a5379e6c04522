import { ContactBook } from './contact-details/contact-book.js';
import { FieldCipher, type FieldKeys } from './encryption/field-cipher.js';
import { ErasureKeys } from './erasure/erasure-keys.js';
import { EventLog } from './event-log.js';

/** Everything that writes and reads what the database holds encrypted, under one set of keys. */
export class Vault {
  readonly cipher: FieldCipher;
  readonly keys: ErasureKeys;
  readonly events: EventLog;
  readonly contacts: ContactBook;

  /** @throws RangeError for keys that are not fit. */
  constructor(fieldKeys: FieldKeys) {
    this.cipher = new FieldCipher(fieldKeys);
    this.keys = new ErasureKeys(this.cipher);
    this.events = new EventLog(this.keys);
    this.contacts = new ContactBook(this.keys, this.cipher);
  }
}
