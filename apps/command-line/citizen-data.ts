import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeHtml } from '../../libs/citizen-data/write-html.js';
import { writeJson } from '../../libs/citizen-data/write-json.js';
import { isUuid } from '../../libs/contracts/ids.js';
import { Refusal } from '../../libs/contracts/refusal.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { CitizenDataReading } from '../../libs/reading/citizen-data/citizen-data.reading.js';
import type { OpenedCitizenData, PlanData } from '../../libs/reading/citizen-data/citizen-data.types.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';

/** Only who asked for it, and the operator who hands it over, are to read it. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };
const DOCUMENTS = 'dokumenter';

type ReadingParts = Pick<ProcessParts, 'database' | 'audit' | 'clock' | 'vault'>;

/**
 * Everything that is kept about somebody, into an empty folder: a page to print, the same for machines, and the documents.
 * For requests on paper (GDPR article 15); on the audit as coming from the command line.
 */
export async function citizenData(
  parts: ReadingParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [personId, folder] = words;
  if (words.length !== 2 || personId === undefined || folder === undefined || !isUuid(personId)) {
    say('citizen-data expects the id of a person and a folder');
    return 2;
  }
  if (!(await isEmpty(folder))) {
    say(`${folder} is not empty.`);
    return 1;
  }
  try {
    const data = await opened(parts, personId.toLowerCase());
    await handOver(data, folder);
    say(`Everything that is kept about ${personId} is in ${folder}: ${data.read.length} plan(s).`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`There is nobody with the id ${personId}.`);
    return 1;
  }
}

/** Read once, and so once on the audit, for both forms. */
interface ReadCitizenData extends OpenedCitizenData {
  readonly read: readonly PlanData[];
}

async function opened(parts: ReadingParts, personId: string): Promise<ReadCitizenData> {
  const { database, audit, clock, vault } = parts;
  const reads = new ReadDatabase(database);
  const reading = new CitizenDataReading({ reads, database, audit, clock, vault, sightOf: planSightOf });
  const data = await reading.open({
    personId,
    reader: { kind: 'person', personId, organisationId: null, organisationRoles: [], worksIn: [] },
    askedBy: { kind: 'process' },
    origin: { channel: 'commandLine', address: null, correlationId: randomUUID() },
  });
  const read: PlanData[] = [];
  for await (const plan of data.plans()) read.push(plan);
  return {
    ...data,
    read,
    async *plans() {
      yield* await Promise.resolve(read);
    },
  };
}

async function isEmpty(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  return (await readdir(folder)).length === 0;
}

async function handOver(data: ReadCitizenData, folder: string): Promise<void> {
  const names = new Map<string, string>();
  await mkdir(join(folder, DOCUMENTS), { mode: OWNER_ONLY.folder });
  for (const { plan } of data.read) {
    for (const { documentId, fileName } of plan.documents) {
      const content = await data.document(plan.planId, documentId);
      if (content === null) continue;
      const name = `${documentId}${safeEnding(fileName)}`;
      names.set(documentId, name);
      await writeFile(join(folder, DOCUMENTS, name), content, { mode: OWNER_ONLY.file });
    }
  }
  const link = (_planId: string, documentId: string): string =>
    `${DOCUMENTS}/${names.get(documentId) ?? documentId}`;
  await write(join(folder, 'oplysninger.html'), writeHtml(data, link));
  await write(join(folder, 'oplysninger.json'), writeJson(data, false));
}

/** Of a name that somebody gave a document only the ending can be trusted as part of a path. */
function safeEnding(fileName: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0] ?? '';
}

async function write(file: string, text: AsyncGenerator<string>): Promise<void> {
  const handle = await open(file, 'wx', OWNER_ONLY.file);
  try {
    for await (const part of text) await handle.write(part);
  } finally {
    await handle.close();
  }
}
