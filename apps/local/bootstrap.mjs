/**
 * What happens before the project's own code can run, on any Node from 20 on and without a dependency: install,
 * build, and go on with the Node that the project brings along.
 */
/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- plain JavaScript, run before anything is compiled */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyAssets } from './copy-assets.mjs';

/** Oldest Node that can run this file and npm as they are needed here. */
const OLDEST_NODE = 20;
const PROGRESS_EVERY_MS = 5000;
const ORPHAN_CHECK_MS = 500;
const SOURCE_FOLDERS = [
  'apps',
  'workflows',
  'activities',
  'libs',
  'test/scenarios',
  'test/support',
  'test/factories',
  'test/benchmarks',
];
const SOURCE = /\.(tsx?|json)$|\/assets\//;
const TEST = /\.test\.tsx?$/;
const BUILD_FILES = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** The project's folder. */
export const project = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(project, 'node_modules', '.bin');
const pinnedNode = join(bin, 'node');
const buildStamp = join(project, 'dist', '.built');

/** A problem that is told in one sentence. */
export class BootstrapError extends Error {}

/** Environment in which the project's own programs, its Node among them, are found first. */
export function projectEnvironment(additions = {}) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...additions };
}

/**
 * Runs a program to its end and returns its exit code. Signals are passed on, so that the program decides how to
 * stop; the channel tells it when this process is gone.
 */
export async function run(command, commandArguments, { channel = false, quiet = false, ...options } = {}) {
  const child = spawn(command, commandArguments, {
    cwd: project,
    env: projectEnvironment(),
    stdio: ['inherit', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit', ...(channel ? ['ipc'] : [])],
    ...options,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const passOn = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  const orphaned = whenOrphaned(() => passOn('SIGTERM'));
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', (error) =>
        reject(new BootstrapError(`${command} can't be run: ${error.message}.`)),
      );
      child.once('exit', (code, signal) => {
        if (quiet && code !== 0) process.stderr.write(output);
        resolve(code ?? 128 + constants.signals[signal]);
      });
    });
  } finally {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, passOn);
  }
}

/** A signal sent to npm ends npm and its shell without reaching this process, which then has another parent. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return setInterval(() => process.ppid !== parent && stop(), ORPHAN_CHECK_MS);
}

/** Says every few seconds that a long step is still going on. */
async function withProgress(label, work) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  console.log(`${label} …`);
  const timer = setInterval(() => console.log(`  ${label}: ${seconds()} s so far`), PROGRESS_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    console.log(`  ${label}: ${seconds()} s`);
  }
}

function requireNode() {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
  throw new BootstrapError(
    `This is Node ${version}, but Node ${OLDEST_NODE} or later is needed to begin with: install it and try again.`,
  );
}

const readJson = (file) => JSON.parse(readFileSync(join(project, file), 'utf8'));

/** npm notes in node_modules what it installed; the lock file says what should be there. */
function isInstalled() {
  const note = 'node_modules/.package-lock.json';
  if (!existsSync(join(project, note)) || !existsSync(pinnedNode)) return false;
  const installed = readJson(note).packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { version, optional, peer }]) => {
      if (path === '') return true;
      // Packages for other machines and optional peers are named in the lock file without being installed.
      if (installed[path] === undefined) return optional === true || peer === true;
      return installed[path].version === version;
    },
  );
}

/** Installs the dependencies unless what the lock file names is there. */
export async function install() {
  requireNode();
  if (isInstalled()) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await withProgress('Installing dependencies', () => run(npm, flags, { env: process.env }));
  if (code !== 0) {
    throw new BootstrapError('The dependencies could not be installed: see what npm says above.');
  }
  if (!existsSync(pinnedNode)) {
    throw new BootstrapError(
      "npm did not install the project's own Node: allow install scripts (npm config set ignore-scripts false), " +
        'remove node_modules and try again.',
    );
  }
}

function sourceFiles() {
  const inFolder = (folder) =>
    readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return inFolder(path);
      return SOURCE.test(path) && !TEST.test(path) ? [path] : [];
    });
  return SOURCE_FOLDERS.filter((folder) => existsSync(join(project, folder))).flatMap(inFolder);
}

function sourceState() {
  const hash = createHash('sha256');
  for (const path of [...sourceFiles(), ...BUILD_FILES].sort()) {
    const { mtimeMs, size } = statSync(join(project, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** Compiles the sources unless nothing changed since the last time. */
export async function build() {
  const state = sourceState();
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === state) return;
  removeOrphans();
  const compile = () => run(join(bin, 'tsc'), ['-p', 'tsconfig.build.json']);
  const code = await withProgress('Building', compile);
  if (code !== 0) throw new BootstrapError('The sources do not compile: see the messages above.');
  copyAssets();
  mkdirSync(join(project, 'dist'), { recursive: true });
  writeFileSync(buildStamp, state);
}

/** A result whose source is gone would be loaded by whoever lists a folder, migrations for one. */
function removeOrphans() {
  const dist = join(project, 'dist');
  if (!existsSync(dist)) return;
  const sources = new Set(sourceFiles());
  const compiled = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.js') && !path.includes('/assets/'),
  );
  for (const path of compiled) {
    const source = path.slice(0, -'.js'.length);
    if (sources.has(`${source}.ts`) || sources.has(`${source}.tsx`)) continue;
    rmSync(join(dist, path));
    rmSync(join(dist, `${path}.map`), { force: true });
  }
}

/** Goes on with a compiled program of the project, on the project's own Node, and returns its exit code. */
export async function runCompiled(program, commandArguments, options = {}) {
  const path = join(project, 'dist', program);
  return run(pinnedNode, ['--enable-source-maps', path, ...commandArguments], { channel: true, ...options });
}

/** Runs one of the commands and ends this process with the exit code it returns. */
export async function main(command) {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof BootstrapError ? error.message : error);
    process.exitCode = 1;
  }
}
