import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { API_ERROR_CODES, isProblemCode } from '../../../libs/contracts/problem.js';
import { COMMAND_RULES } from '../../../libs/domain/plan/command-rules.js';
import { ERROR_CODES } from '../../../libs/domain/plan/errors.js';
import { loadUnserved } from '../testing/load-application.js';
import { operationsOf } from './complete-document.js';
import { fieldsOf } from './field-descriptions.js';

let app: NestExpressApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  ({ app, document } = await (await loadUnserved())());
});
afterAll(() => app.close());

const ofTheProcess = [
  'performStep',
  'reportStepProblem',
  'reportNotice',
  'reportSecondStart',
  'noteMergedPlan',
  'noteDeath',
  'reportIncomingMail',
  'recordInvitationReply',
  'reportEmployment',
];
const withoutOperation = ['ROUTE.NOT_FOUND', 'ROUTE.METHOD_NOT_ALLOWED'];

function ids(): string[] {
  return operationsOf(document).map(({ operation }) => String(operation['operationId']));
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every operation once', () => {
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it('has one operation for every command that people give, and none for those of the process', () => {
    const commands = Object.keys(COMMAND_RULES).filter((command) => !ofTheProcess.includes(command));
    expect(ids()).toEqual(expect.arrayContaining(commands));
    for (const command of ofTheProcess) expect(ids()).not.toContain(command);
  });

  it('says of every operation what it does, what it answers and what can be wrong', () => {
    for (const { path, method, operation } of operationsOf(document)) {
      const where = `${method} ${path}`;
      const codes = operation['x-error-codes'] as string[];
      expect([where, operation['summary']]).toEqual([where, expect.stringMatching(/\S/)]);
      expect([where, operation['description']]).toEqual([where, expect.stringMatching(/\S/)]);
      expect([where, operation['tags']]).toEqual([where, [expect.any(String)]]);
      expect([where, codes.length > 0 && codes.every(isProblemCode)]).toEqual([where, true]);
      const success = operation.responses?.['200'] ?? operation.responses?.['201'];
      expect([where, success]).toEqual([
        where,
        expect.objectContaining({ content: expect.any(Object) as object }),
      ]);
    }
  });

  it('has an example for every body and every answer that is JSON', () => {
    for (const { path, method, operation } of operationsOf(document)) {
      const where = `${method} ${path}`;
      const body = operation.requestBody?.content?.['application/json'];
      if (body !== undefined) expect([where, body['example']]).toEqual([where, expect.anything()]);
      const success = operation.responses?.['200'] ?? operation.responses?.['201'];
      const answer = (success?.['content'] as Record<string, { example?: unknown }> | undefined)?.[
        'application/json'
      ];
      if (answer !== undefined) expect([where, answer.example]).toEqual([where, expect.anything()]);
    }
  });

  it('says of every field of a request what goes in', () => {
    const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, unknown>>;
    const undescribed = operationsOf(document).flatMap(({ operation }) =>
      Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        fieldsOf(schema, schemas)
          .filter(({ description }) => !/\S/.test(description ?? ''))
          .map(({ path }) => `${String(operation['operationId'])} ${path}`),
      ),
    );
    expect(undescribed).toEqual([]);
  });

  it('says of every parameter what goes in', () => {
    const undescribed = operationsOf(document).flatMap(({ operation }) =>
      ((operation['parameters'] ?? []) as { name: string; description?: string }[])
        .filter(({ description }) => !/\S/.test(description ?? ''))
        .map(({ name }) => `${String(operation['operationId'])} ${name}`),
    );
    expect(undescribed).toEqual([]);
  });

  it('tells when nothing has changed and when the method is another', () => {
    for (const { method, operation } of operationsOf(document)) {
      const answers = Object.keys(operation.responses ?? {});
      expect(answers).toContain('405');
      const success = operation.responses?.['200'] as { headers?: Record<string, unknown> } | undefined;
      const tagged = method === 'get' && success?.headers?.['ETag'] !== undefined;
      expect([operation['operationId'], answers.includes('304')]).toEqual([operation['operationId'], tagged]);
    }
  });

  it('uses every code of a problem', () => {
    const used = new Set(
      operationsOf(document).flatMap(({ operation }) => operation['x-error-codes'] as string[]),
    );
    const unused = [...ERROR_CODES, ...API_ERROR_CODES].filter((code) => !used.has(code));
    expect(unused).toEqual(withoutOperation);
  });

  it('is served, with a page to browse it that needs no inline script', async () => {
    const server = app.getHttpServer();
    const json = await request(server).get('/api/openapi.json').expect(200);
    expect((json.body as OpenAPIObject).info.title).toBe('kiplan');
    const page = await request(server).get('/api/docs').expect(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    await request(server).get('/api/docs/swagger-ui-bundle.js').expect(200);
    await request(server).get('/api/docs/swagger-ui-init.js').expect(200);
  });
});
