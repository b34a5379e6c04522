import type { Connection } from '@temporalio/client';

/** What the system is tested on; older ones lack what it needs, or nobody has tried. PostgreSQL's stands beside its check. */
export const LEAST_NODE = '24.0';
export const LEAST_TEMPORAL = '1.29';

/** Something that the system stands on is too old; the message says what is needed. */
export class VersionTooOld extends Error {
  override readonly name = 'VersionTooOld';
}

/**
 * Of Node, which a process runs on.
 * @throws VersionTooOld
 */
export function requireNode(version: string = process.versions.node): void {
  if (isBefore(version, LEAST_NODE))
    throw new VersionTooOld(
      `This is Node ${version}, and ${LEAST_NODE} or later is needed: start the process with it.`,
    );
}

/**
 * Of Temporal's server. One that tells no version in numbers is taken.
 * @throws VersionTooOld, or what the connection throws if nobody answers
 */
export async function requireTemporal(connection: Pick<Connection, 'workflowService'>): Promise<void> {
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  if (isBefore(serverVersion, LEAST_TEMPORAL))
    throw new VersionTooOld(
      `The Temporal server is ${serverVersion}, and ${LEAST_TEMPORAL} or later is needed: bring it up to date; nothing was changed.`,
    );
}

/** Whether a version in numbers comes before the least one; false for what has no numbers. */
export function isBefore(version: string, least: string): boolean {
  const [found, needed] = [numbersOf(version), numbersOf(least)];
  if (found.length === 0) return false;
  const at = needed.findIndex((number, index) => number !== (found[index] ?? 0));
  return at !== -1 && (found[at] ?? 0) < (needed[at] ?? 0);
}

function numbersOf(version: string): number[] {
  return /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1]?.split('.').map(Number) ?? [];
}
