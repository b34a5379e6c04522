/** Compiles TypeScript, and pages if `tsx` is true, as the build does. */
const compile = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** One project a kind of test; the fast ones first. Suites that share a server run one after another. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': compile(false), '^.+\\.tsx$': compile(true) },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

export default {
  // How fast the machine is decides no test; what hangs is ended all the same.
  testTimeout: 300_000,
  projects: [
    project('unit', ['<rootDir>/{libs,apps,activities,workflows}/**/*.test.{ts,tsx}']),
    project('property', ['<rootDir>/test/property/**/*.test.ts']),
    project('integration', ['<rootDir>/test/integration/**/*.test.ts']),
    project('workflow', ['<rootDir>/test/{workflow,replay}/**/*.test.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.test.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts']),
  ],
};
