import type { PayloadCodec } from '@temporalio/common';
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import { z } from 'zod';
import { verifyJson } from '../../../libs/input/json-body.js';
import { problemBody } from './codec-problem.js';

/** Who may read what administrators see: whoever this resolves to true for. */
export type MayDecode = (request: Request) => Promise<boolean>;

export interface CodecServerOptions {
  readonly codec: PayloadCodec;
  /** Origin of the Temporal UI, the only page that may ask. */
  readonly uiOrigin: string;
  readonly mayDecode: MayDecode;
}

const BODY_LIMIT = '4mb';
const base64 = z.base64();
const payloadsSchema = z.object({
  payloads: z
    .array(z.object({ metadata: z.record(z.string(), base64).nullish(), data: base64.nullish() }))
    .max(2000)
    // A query or signal without arguments has none.
    .default([]),
});
type WirePayloads = z.output<typeof payloadsSchema>['payloads'];

/**
 * The remote codec that the Temporal UI asks to show payloads in the clear (POST /encode and /decode, OPTIONS for the
 * UI's origin only). Keys never leave this process; ids and attributes never pass it.
 */
export function codecServer({ codec, uiOrigin, mayDecode }: CodecServerOptions): Router {
  const router = Router();
  router.use(allowOrigin(uiOrigin));
  router.use(refuseOthers(mayDecode), express.json({ limit: BODY_LIMIT, verify: verifyJson }));
  router.post(
    '/encode',
    answer(async (payloads) => codec.encode(payloads)),
  );
  router.post(
    '/decode',
    answer(async (payloads) => codec.decode(payloads)),
  );
  router.use(refuseUnreadable);
  return router;
}

/** A body that is no JSON, or too large. */
const refuseUnreadable: ErrorRequestHandler = (_error, _request, response, _next) => {
  response
    .status(400)
    .json(problemBody(400, 'REQUEST.INVALID', 'Expected {payloads:[{metadata,data}]} as JSON.'));
};

function allowOrigin(uiOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (request.get('origin') === uiOrigin) {
      response.setHeader('Access-Control-Allow-Origin', uiOrigin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.setHeader('Access-Control-Allow-Methods', 'POST, OPTIONS');
      response.setHeader(
        'Access-Control-Allow-Headers',
        'Authorization, Content-Type, X-Namespace, Caller-Type',
      );
      response.setHeader('Vary', 'Origin');
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** Whoever may not read payloads is told so before anything of theirs is read. */
function refuseOthers(mayDecode: MayDecode): RequestHandler {
  return async (request, response, next) => {
    if (await mayDecode(request)) next();
    else
      response.status(401).json(problemBody(401, 'AUTH.MISSING', 'Only an administrator may read payloads.'));
  };
}

function answer(
  convert: (payloads: ReturnType<typeof fromWire>) => ReturnType<PayloadCodec['decode']>,
): RequestHandler {
  return async (request: Request, response: Response) => {
    const body = payloadsSchema.safeParse(request.body);
    if (!body.success) {
      response
        .status(400)
        .json(problemBody(400, 'REQUEST.INVALID', 'Expected {payloads:[{metadata,data}]} in base64.'));
      return;
    }
    try {
      response.json({ payloads: toWire(await convert(fromWire(body.data.payloads))) });
    } catch {
      response
        .status(400)
        .json(problemBody(400, 'CODEC.UNREADABLE', 'A payload was not written under a known key.'));
    }
  };
}

function fromWire(payloads: WirePayloads): { metadata: Record<string, Uint8Array>; data: Uint8Array }[] {
  return payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
    ),
    data: Buffer.from(data ?? '', 'base64'),
  }));
}

function toWire(payloads: Awaited<ReturnType<PayloadCodec['decode']>>): object[] {
  return payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
    ),
    data: Buffer.from(data ?? []).toString('base64'),
  }));
}
