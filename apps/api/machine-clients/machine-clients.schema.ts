import { z } from 'zod';
import { CLIENT_SCOPES } from '../../../libs/domain/plan/actor.js';
import { distinct, name, optional, text, uuid } from '../schemas/fields.js';

export const registerMachineClientBody = z.strictObject({
  clientId: text(300).meta({ description: 'The id by which the identity provider knows the machine.' }),
  name: name.meta({ description: 'What it is for.' }),
  organisationId: optional(uuid).meta({ description: 'Null for a machine of the whole system.' }),
  scopes: distinct(z.enum(CLIENT_SCOPES), 1, CLIENT_SCOPES.length),
});
export type RegisterMachineClientBody = z.output<typeof registerMachineClientBody>;
