import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { readEnvironment } from '../../libs/config/environment.js';
import { LOCAL_CLAIM_MAPPING } from './sign-in/local-claims.js';

interface Service {
  readonly image: string;
  readonly build?: string | { readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly network_mode?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Needed by preparation and migration alone, for roles that no process has. */
const FOR_THE_MIGRATION = ['DATABASE_OWNER_URL', 'DATABASE_SUPERUSER_URL'];

const projectFile = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** Puts variables in as compose does: `${NAME}`, `${NAME:-default}`, and `${NAME:?message}`, which must be there. */
function interpolated(text: string, variables: NodeJS.Dict<string>): string {
  return text.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, how: string | undefined, rest: string) => {
      const value = variables[name];
      if (value !== undefined && value !== '') return value;
      if (how === '-') return rest;
      throw new Error(`${name} is not given: ${rest}`);
    },
  );
}

function composeWith(variables: NodeJS.Dict<string>): Compose {
  const text = interpolated(projectFile('docker-compose.yml'), variables);
  // Compose merges `<<`, which YAML 1.2 itself no longer knows.
  return load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as Compose;
}

const compose = composeWith(parseEnv(projectFile('.env.example')));
const services = Object.entries(compose.services);
const built = services.filter(([, { build }]) => build !== undefined);
/** What runs in production; the sign-in is for one machine. */
const ours = built.filter(([, { build }]) => typeof build === 'string');

describe('docker-compose.yml', () => {
  it('has every part of the system', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'api',
      'database',
      'mail',
      'migration',
      'people',
      'portal',
      'preparation',
      'sign-in',
      'temporal',
      'temporal-database',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
  });

  it.each(services)('pins the image of %s by version', (_name, { image }) => {
    expect(image).toMatch(/^[a-z/-]+:\d+\.\d+(\.\d+)?$/);
  });

  it("gives our image the project's version and Node", () => {
    const { version, devDependencies } = JSON.parse(projectFile('package.json')) as {
      version: string;
      devDependencies: Record<string, string>;
    };
    expect(new Set(ours.map(([, { image }]) => image))).toEqual(new Set([`kiplan:${version}`]));
    expect(compose.services['sign-in']?.image).toBe(`kiplan-sign-in:${version}`);
    const bases = [...projectFile('Dockerfile').matchAll(/^ARG NODE_IMAGE=node:(\d+)\./gm)].map(
      ([, major]) => major,
    );
    expect(new Set(bases)).toEqual(new Set([devDependencies['node']?.split('.')[0]]));
  });

  it('builds every image on one base, which can be demanded by its digest, and runs none as root', () => {
    const stages = projectFile('Dockerfile')
      .split(/^FROM /m)
      .slice(1);
    for (const stage of stages) {
      const [base = ''] = stage.split(/\s/);
      expect(['${NODE_IMAGE}', 'compiled']).toContain(base);
    }
    const run = stages.filter((stage) => stage.includes('\nCMD '));
    expect(run).toHaveLength(2);
    for (const stage of run) expect(stage).toContain('\nUSER node\n');
    const [check = ''] = /^RUN case[^]*?esac/m.exec(projectFile('Dockerfile')) ?? [];
    const ends = (demanded: string, image: string): number =>
      spawnSync('sh', ['-c', check.replace('RUN ', '')], {
        env: { ...process.env, REQUIRE_DIGEST: demanded, NODE_IMAGE: image },
      }).status ?? -1;
    const digest = `node:24.21.0-bookworm-slim@sha256:${'0'.repeat(64)}`;
    expect([ends('false', 'node:24'), ends('true', digest), ends('true', 'node:24')]).toEqual([0, 0, 1]);
  });

  it.each(services)('lets %s gain no rights', (_name, service) => {
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.cap_drop).toEqual(['ALL']);
    if (!service.image.startsWith('postgres:')) expect(service.cap_add).toBeUndefined();
  });

  it.each(built)('runs %s as nobody of importance, on files that it cannot change', (_name, service) => {
    expect([service.read_only, service.user, service.tmpfs]).toEqual([true, 'node', ['/tmp']]);
  });

  it.each(services)('publishes %s on the loopback address only', (_name, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it.each(ours)(
    'gives %s an environment that it starts with, and nothing that it does not know',
    (_name, service) => {
      const given = service.environment ?? {};
      const known = [...Object.keys(readEnvironment(given)), 'NODE_ENV'];
      const unknown = Object.keys(given).filter((name) => !known.includes(name));
      expect(unknown.filter((name) => !FOR_THE_MIGRATION.includes(name))).toEqual([]);
    },
  );

  it('maps the claims of the local sign-in as that names them', () => {
    expect(JSON.parse(compose.services['api']?.environment?.['OIDC_CLAIMS'] ?? '')).toEqual(
      JSON.parse(LOCAL_CLAIM_MAPPING),
    );
  });

  it('builds every image that it names from a stage that there is', () => {
    const stages = [...projectFile('Dockerfile').matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, stage]) => stage);
    for (const [, { build }] of built) if (typeof build === 'object') expect(stages).toContain(build.target);
  });

  it('lets what asks the sign-in reach it under its own address', () => {
    const issuer = compose.services['sign-in']?.environment?.['OIDC_ISSUER'];
    for (const [name, service] of ours.filter(([one]) => ['api', 'portal'].includes(one))) {
      expect([name, service.network_mode]).toEqual([name, 'service:sign-in']);
      expect(service.environment?.['OIDC_ISSUER']).toBe(issuer);
      expect(service.ports).toBeUndefined();
    }
  });

  it('refuses to start without secrets', () => {
    expect(() => composeWith({})).toThrow('copy .env.example to .env');
  });

  it('lets no process have the role that migrates or a superuser', () => {
    const having = (name: string): string[] =>
      services.filter(([, { environment = {} }]) => name in environment).map(([service]) => service);
    expect(having('DATABASE_OWNER_URL')).toEqual(['preparation', 'migration']);
    expect(having('DATABASE_SUPERUSER_URL')).toEqual(['preparation']);
    const roles = services
      .map(([, { environment = {} }]) => environment['DATABASE_URL'] ?? '')
      .filter(Boolean);
    expect(new Set(roles.map((url) => new URL(url).username))).toEqual(new Set(['kiplan_application']));
  });

  it.each(services)('lets %s wait only for what can come true', (_name, { depends_on: awaited = {} }) => {
    for (const [name, { condition }] of Object.entries(awaited)) {
      const service = compose.services[name];
      expect(service).toBeDefined();
      if (condition === 'service_healthy') expect(service?.healthcheck).toBeDefined();
    }
  });

  it.each(services)(
    'declares the volumes of %s, and has the files that it mounts',
    (_name, { volumes = [] }) => {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) expect(projectFile(source.slice(2))).not.toBe('');
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    },
  );

  it.each(built)('runs in %s a program that is built', (_name, { command = [] }) => {
    const program = command.find((word) => /\.m?js$/.test(word)) ?? '';
    const source = program.replace(/^dist\/(.*)\.js$/, '$1.ts');
    expect(projectFile(source)).not.toBe('');
  });
});
