import type { OpenAPIObject } from '@nestjs/swagger';
import { problemOf, type ProblemCode, PROBLEMS } from '../../../libs/contracts/problem.js';
import { PAGE_EXTENSION } from './also-as-page.decorator.js';
import { describeFields, wordsFor } from './field-descriptions.js';
import {
  ANSWER_EXAMPLE_EXTENSION,
  ERROR_CODES_EXTENSION,
  REQUEST_EXAMPLE_EXTENSION,
} from './operation.decorator.js';

type Json = Record<string, unknown>;
type Operation = Json & {
  responses?: Record<string, Json>;
  requestBody?: { content?: Record<string, Json> };
};

/** What the document is completed from and does not show. */
const USED = [REQUEST_EXAMPLE_EXTENSION, ANSWER_EXAMPLE_EXTENSION, PAGE_EXTENSION];
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const CORRELATION = '00000000-0000-4000-8000-000000000000';
const RETRIED: ReadonlySet<string> = new Set(['429', '503']);
const NOT_MODIFIED = {
  description: 'Nothing has changed since the answer whose ETag If-None-Match names; no content.',
};
/** Node answers this by itself, before a request is anybody's. */
const HEADERS_TOO_LARGE = { description: 'The headers are larger than 16 kB; the answer has no content.' };

/** Every operation of a document, with its path and method. */
export function operationsOf(
  document: OpenAPIObject,
): { path: string; method: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as Operation | undefined;
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

function problemResponse(status: string, codes: readonly ProblemCode[]): Json {
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  return {
    description: codes.join(', '),
    ...(RETRIED.has(status)
      ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } }
      : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
  };
}

function addProblems(operation: Operation): void {
  const codes = (operation[ERROR_CODES_EXTENSION] ?? []) as readonly ProblemCode[];
  const byStatus = Map.groupBy(codes, (code) => String(PROBLEMS[code].status));
  for (const [status, group] of byStatus) {
    operation.responses = { ...operation.responses, [status]: problemResponse(status, group) };
  }
  operation.responses = { ...operation.responses, '431': HEADERS_TOO_LARGE };
}

function describeParameters(operation: Operation): void {
  for (const parameter of (operation['parameters'] ?? []) as Json[]) {
    const words = wordsFor(String(operation['operationId']), String(parameter['name']));
    if (words !== undefined) parameter['description'] ??= words;
  }
}

/** What the framework answers for every operation. */
function addFramework(operation: Operation, method: string): void {
  const unchanged: Record<string, Json> =
    method === 'get' && hasEntityTag(operation) ? { '304': NOT_MODIFIED } : {};
  const wrongMethod = {
    ...problemResponse('405', ['ROUTE.METHOD_NOT_ALLOWED']),
    headers: { Allow: { description: 'The methods that the address has.', schema: { type: 'string' } } },
  };
  operation.responses = { ...operation.responses, ...unchanged, '405': wrongMethod };
}

/** A reading that tells what its answer is an answer of is asked again with that. */
function hasEntityTag({ responses }: Operation): boolean {
  const headers = responses?.['200']?.['headers'] as Json | undefined;
  return headers?.['ETag'] !== undefined;
}

function addExamples(operation: Operation): void {
  const request = operation[REQUEST_EXAMPLE_EXTENSION];
  const answer = operation[ANSWER_EXAMPLE_EXTENSION];
  const body = operation.requestBody?.content?.['application/json'];
  if (request !== undefined && body !== undefined) body['example'] = request;
  const success = operation.responses?.['200'] ?? operation.responses?.['201'];
  const content = (success?.['content'] as Record<string, Json> | undefined)?.['application/json'];
  if (answer !== undefined && content !== undefined) content['example'] = answer;
  if (operation[PAGE_EXTENSION] === true && success !== undefined) {
    success['content'] = {
      ...(success['content'] as Json),
      'text/html': { schema: { type: 'string' } },
    };
  }
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the names are constants of this folder
  for (const used of USED) delete operation[used];
}

function exampleOf(code: ProblemCode): Json {
  return { summary: PROBLEMS[code].en.title, value: problemOf(code, 'en', CORRELATION) };
}

/** Adds to every operation its problems by status, and its examples. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, unknown>>;
  for (const { method, operation } of operationsOf(document)) {
    const id = String(operation['operationId']);
    for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
      describeFields(schema, schemas, id);
    describeParameters(operation);
    addProblems(operation);
    addFramework(operation, method);
    addExamples(operation);
    operation['security'] ??= [];
  }
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const examples = Object.fromEntries(codes.map((code) => [code, exampleOf(code)]));
  document.components = { ...document.components, examples: examples };
  return document;
}
