import type { MigrationInterface } from 'typeorm';
import type { FieldCipher } from '../encryption/field-cipher.js';
import { AccessLinks1795694400000 } from './access-links.migration.js';
import { AuditChain1774569600000 } from './audit-chain.migration.js';
import { AuditListed1795698000000 } from './audit-listed.migration.js';
import { Corrections1774746000000 } from './corrections.migration.js';
import { Deaths1796046000000 } from './deaths.migration.js';
import { DisclosureWalls1774656000000 } from './disclosure-walls.migration.js';
import { EmploymentChanges1796041100000 } from './employment-changes.migration.js';
import { encryptedContent } from './encrypted-content.migration.js';
import { EntryUids1796044100000 } from './entry-uids.migration.js';
import { EntrySequence1796047000000 } from './entry-sequence.migration.js';
import { Erasure1774749600000 } from './erasure.migration.js';
import { FirstTables1772323200000 } from './first-tables.migration.js';
import { Introductions1796042100000 } from './introductions.migration.js';
import { keyedSecrets } from './keyed-secrets.migration.js';
import { MachineClients1795680000000 } from './machine-clients.migration.js';
import { MergedPlans1796049000000 } from './merged-plans.migration.js';
import { QuarterFigures1796049100000 } from './quarter-figures.migration.js';
import { Rhythm1796047100000 } from './rhythm.migration.js';
import { RecordedAnswers1795780800000 } from './recorded-answers.migration.js';
import { registerCodes } from './register-codes.migration.js';
import { ReturnedMail1774742400000 } from './returned-mail.migration.js';
import { sealedWords } from './sealed-words.migration.js';
import { Sessions1795683600000 } from './sessions.migration.js';
import { StaffNumbers1796042000000 } from './staff-numbers.migration.js';
import { Standing1796041000000 } from './standing.migration.js';
import { SignInTimes1796048000000 } from './sign-in-times.migration.js';
import { WatchedAudit1796043000000 } from './watched-audit.migration.js';

/**
 * All migrations, oldest first; each runs once, in one transaction with the others that are new.
 * @param cipher Of the fields, for migrations that encrypt what was written before them.
 */
export function migrationsWith(cipher: FieldCipher): (new () => MigrationInterface)[] {
  return [
    FirstTables1772323200000,
    encryptedContent(cipher),
    AuditChain1774569600000,
    DisclosureWalls1774656000000,
    ReturnedMail1774742400000,
    sealedWords(cipher),
    Corrections1774746000000,
    Erasure1774749600000,
    MachineClients1795680000000,
    Sessions1795683600000,
    AccessLinks1795694400000,
    AuditListed1795698000000,
    RecordedAnswers1795780800000,
    Standing1796041000000,
    EmploymentChanges1796041100000,
    StaffNumbers1796042000000,
    Introductions1796042100000,
    WatchedAudit1796043000000,
    registerCodes(cipher),
    keyedSecrets(cipher),
    EntryUids1796044100000,
    Deaths1796046000000,
    EntrySequence1796047000000,
    Rhythm1796047100000,
    SignInTimes1796048000000,
    MergedPlans1796049000000,
    QuarterFigures1796049100000,
  ];
}

/** The names of all migrations, as the database notes those that have run. */
export function migrationNames(cipher: FieldCipher): string[] {
  return migrationsWith(cipher).map((Migration) => new Migration().name ?? Migration.name);
}
