const { DefaultFailureConverter } = require('@temporalio/common');

/** Messages and stacks of failures are encoded like every other payload. Loaded by path, also into the workflow bundle. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
