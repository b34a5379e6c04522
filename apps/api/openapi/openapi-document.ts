import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completeDocument } from './complete-document.js';
import { problemSchema } from './problem.schema.js';
import { convertSchema } from './schema-converter.js';
import { TAGS } from './tags.js';

const DESCRIPTION = `The API of kiplan: coordinating action plans (koordinerende indsatsplaner) from start to end.

Every command is recorded when it is answered. Commands take an \`Idempotency-Key\`; what is edited takes the \`ETag\`
that was read in \`If-Match\`. Errors are \`application/problem+json\` (RFC 9457) with a code that stays. A plan that an
actor may not know of is answered as one that does not exist. All persons in the examples are fictitious.`;

/** The description of the API (OpenAPI 3.1), complete with problems and examples. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('kiplan')
    .setDescription(DESCRIPTION)
    .setVersion('1.0.0')
    .setLicense('MPL-2.0', 'https://www.mozilla.org/en-US/MPL/2.0/')
    // Wherever the description was read from.
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token');
  for (const { name, description } of TAGS) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: convertSchema,
    autoTagControllers: false,
  });
  const problem = convertSchema(problemSchema, { schemaType: 'output' });
  const schemas = { ...document.components?.schemas, ...problem?.components };
  document.components = { ...document.components, schemas: schemas as never };
  return completeDocument(document);
}
