import { z } from 'zod';
import { CLIENT_SCOPES } from '../../../libs/domain/plan/actor.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, list, uuidAnswer, when } from '../schemas/answers.js';

export const machineClientAnswer = z
  .strictObject({
    machineClientId: uuidAnswer,
    clientId: z.string(),
    name: z.string(),
    organisationId: uuidAnswer.nullable(),
    scopes: list(z.enum(CLIENT_SCOPES)),
    registeredAt: when,
    endedAt: when.nullable(),
  })
  .meta({ id: 'MachineClient' });
export type MachineClientAnswer = z.output<typeof machineClientAnswer>;

export const machineClientItems = items(machineClientAnswer);
export type MachineClientItems = z.output<typeof machineClientItems>;

export const MACHINE_CLIENT_EXAMPLE: MachineClientAnswer = {
  machineClientId: EXAMPLE_IDS.machineClient,
  clientId: 'testkoebing-staff-import',
  name: 'Import af medarbejdere',
  organisationId: EXAMPLE_IDS.organisation,
  scopes: ['register.read', 'register.write'],
  registeredAt: '2027-03-01T09:00:00.000Z',
  endedAt: null,
};
