import type { unservedApplication as UnservedApplication } from './unserved-application.js';
import '@nestjs/common';
import '@nestjs/core';

/**
 * Loads the application after the framework. Some of its libraries are CommonJS and require the framework, which Jest
 * can only let them do once it has been evaluated.
 */
export async function loadUnserved(): Promise<typeof UnservedApplication> {
  const { unservedApplication } = await import('./unserved-application.js');
  return unservedApplication;
}
