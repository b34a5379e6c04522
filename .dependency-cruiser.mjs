/** Which way imports point: the table of docs/architecture.md as rules. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { pathNot: allowed },
});
const external =
  'node_modules|^node:|^[a-z_]+$|^(fs|path|crypto|http|net|url|os|stream|events|child_process|buffer|util|timers|dns|tls|zlib)(/|$)';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphans-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'runtime-needs-runtime-dependencies',
      comment: 'What an image runs must not import what only development installs.',
      severity: 'error',
      from: {
        path: '^(libs|activities|workflows|apps/(api|portal|worker|command-line))/',
        pathNot: '(\\.test\\.tsx?$|/testing/)',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    only('domain-is-pure', '^libs/domain/', ['^libs/domain/'], 'The rules depend on nothing.'),
    only(
      'contracts-are-light',
      '^libs/contracts/',
      ['^libs/(contracts|domain)/', '@temporalio/(common|workflow)'],
      'What crosses a process.',
    ),
    only(
      'workflows-hold-no-rules',
      '^workflows/',
      ['^workflows/', '^libs/contracts/', '@temporalio/(workflow|common)'],
      'Rules would tie open plans to old code.',
    ),
    {
      name: 'reference-knows-no-rule',
      comment:
        'What the rules are held against is written from the documents: of the domain it has names of things only.',
      severity: 'error',
      from: { path: '^test/property/reference-' },
      to: { pathNot: '^test/property/reference-', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'content-is-read-by-readers',
      comment:
        'Reads of content are for libs/reading, which asks the rules, stays behind the walls and writes the audit; and for ' +
        'notices, which ask the gate at the moment of sending. Everybody else may know their types.',
      severity: 'error',
      from: {
        path: '^(libs|apps|activities)/',
        pathNot: ['^libs/(reading|record|notices)/', '\\.test\\.ts$'],
      },
      to: {
        path: '^libs/record/read/',
        pathNot: '/page\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'people-are-served-by-services',
      comment:
        'Controllers, pages and views have no database at hand: what they show comes from libs/reading.',
      severity: 'error',
      from: {
        path: '^apps/(api|portal)/',
        pathNot: '(\\.(service|store|module)|-parts|-check|-directory|readiness|unserved-application)\\.ts$',
      },
      to: { path: '^node_modules/(typeorm|pg)/' },
    },
    only(
      'record-and-persistence',
      '^libs/(record|persistence)/',
      ['^libs/', external],
      'No process imports.',
    ),
    only('libs-never-import-processes', '^libs/', ['^libs/', external], 'Imports point inwards.'),
    only('activities-import-libs', '^activities/', ['^activities/', '^libs/', external], 'Never an app.'),
    only(
      'api-imports-libs',
      '^apps/api/',
      ['^apps/api/', '^libs/', external],
      'Never activities or another app.',
    ),
    only(
      'portal-imports-libs',
      '^apps/portal/',
      ['^apps/portal/', '^libs/', external],
      'Never activities or another app.',
    ),
    only(
      'worker-hosts-activities',
      '^apps/worker/',
      ['^apps/worker/', '^activities/', '^libs/', external],
      'Workflows only by path.',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^\\.kiplan/)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
