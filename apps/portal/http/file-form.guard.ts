import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { TAKES_FILE } from './access.js';
import { isUtf8Multipart } from './multipart.js';
import { PageProblem } from './page-problem.js';
import type { PageRequest, UploadedFile } from './visit.js';

/** Largest file, as the API takes it, and room for the other fields. */
const LARGEST_FILE_FORM = 10 * 1024 * 1024 + 64 * 1024;
/** More fields than any form of ours has. */
const MOST_FIELDS = 200;
const FILE_FORM = /^multipart\/form-data;/i;

/** Reads a form with a file, of somebody who is signed in: nobody else can make us hold one. Stands after access. */
@Injectable()
export class FileFormGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PageRequest>();
    const type = request.get('content-type') ?? '';
    const takesFile = this.reflector.get<boolean | undefined>(TAKES_FILE, context.getHandler()) === true;
    if (!takesFile || request.visit.visitor === null || !FILE_FORM.test(type)) return true;
    const received = await bodyOf(request);
    if (!isUtf8Multipart(received, type)) throw new PageProblem('FORM.NOT_UTF8');
    const form = await parsed(received, type);
    const entries = [...form];
    if (entries.length > MOST_FIELDS) throw new PageProblem('FORM.INVALID');
    const files = new Map<string, UploadedFile>();
    const fields = Map.groupBy(entries, ([name]) => name);
    for (const [name, value] of entries) {
      if (typeof value !== 'string' && value.size > 0) files.set(name, await fileOf(value));
    }
    request.body = Object.fromEntries([...fields].map(([name, values]) => [name, textsOf(values)]));
    request.files = Object.fromEntries(files);
    return true;
  }
}

async function bodyOf(request: PageRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FILE_FORM) throw new PageProblem('DOCUMENT.TOO_LARGE', { Connection: 'close' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As the platform itself reads a form (RFC 7578). */
async function parsed(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
  } catch (error) {
    throw new PageProblem('FORM.INVALID', {}, { cause: error });
  }
}

/** As the other forms have them: one text by itself, several as a list, nothing for a file. */
function textsOf(values: readonly [string, FormDataEntryValue][]): string | string[] | undefined {
  const texts = values.map(([, value]) => value).filter((value) => typeof value === 'string');
  return texts.length > 1 ? texts : texts[0];
}

async function fileOf(file: File): Promise<UploadedFile> {
  return { name: file.name, type: file.type, content: Buffer.from(await file.arrayBuffer()) };
}
