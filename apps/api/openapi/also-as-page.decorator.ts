import { ApiExtension } from '@nestjs/swagger';

/** Says that an operation answers with a page too. */
export const PAGE_EXTENSION = 'x-also-as-page';

/** The answer is, by Accept, JSON or a page (text/html). */
export function AlsoAsPage(): MethodDecorator {
  return ApiExtension(PAGE_EXTENSION, true);
}
