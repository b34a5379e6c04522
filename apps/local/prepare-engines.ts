import { LocalError } from './engines/local-error.js';
import { temporalBinary } from './engines/temporal-binary.js';
import { timeSkippingBinary } from './engines/time-skipping-binary.js';

/** Comes by both Temporal servers before the tests, so that no test waits for a download or a build. */
try {
  await temporalBinary();
  await timeSkippingBinary();
  process.exit(0);
} catch (error) {
  console.error(error instanceof LocalError ? error.message : error);
  process.exit(1);
}
