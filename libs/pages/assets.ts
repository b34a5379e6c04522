import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

/** Where assets come from: the design system, what all pages share, and what a process adds of its own. */
export type AssetSource = 'design' | 'own' | 'added';

/** The address of an asset, under which it never changes. */
export type AssetAddress = (source: AssetSource, path: string) => string;

/** Assets with the router that serves them. */
export interface Assets {
  readonly address: AssetAddress;
  /** To be mounted at {@link ASSETS_PATH}. */
  readonly router: Router;
}

/** Everything below is the same for ever and for everybody. */
export const ASSETS_PATH = '/assets';

const A_YEAR = '365d';
const VERSION_LENGTH = 12;

/** Folders of the design system that pages load from. */
const DESIGN_FOLDERS = ['css', 'fonts', 'img'];

/**
 * Serves what pages load, each source under an address that names its content, so that it is kept for a year and
 * replaced at once by a release.
 * @param added A folder of the process's own.
 */
export function openAssets(added?: string): Assets {
  const router = Router();
  const design = designFolder();
  const versions = {
    design: (JSON.parse(readFileSync(join(design, '../package.json'), 'utf8')) as { version: string })
      .version,
    own: versionOf(ownFolder()),
    added: added === undefined ? '' : versionOf(added),
  };
  for (const folder of DESIGN_FOLDERS) {
    router.use(`/design/${versions.design}/${folder}`, serve(join(design, folder)));
  }
  router.use(`/own/${versions.own}`, serve(ownFolder()));
  if (added !== undefined) router.use(`/added/${versions.added}`, serve(added));
  return {
    router,
    address: (source, path) => `${ASSETS_PATH}/${source}/${versions[source]}/${path}`,
  };
}

function designFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dkfds')), '..');
}

function ownFolder(): string {
  return fileURLToPath(new URL('assets', import.meta.url));
}

function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, VERSION_LENGTH);
}

function serve(folder: string): ReturnType<typeof express.static> {
  return express.static(folder, { immutable: true, maxAge: A_YEAR, index: false, redirect: false });
}
