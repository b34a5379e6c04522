import { Param } from '@nestjs/common';
import { participantId, positiveNumber, text, uuid } from '../schemas/fields.js';

/** The plan's id in the path. */
export const PlanId = (): ParameterDecorator => Param('planId', { schema: uuid });

/** A participant's id in the path. */
export const ParticipantId = (): ParameterDecorator => Param('participantId', { schema: participantId });

/** Another id (UUID) in the path. */
export const Id = (parameter: string): ParameterDecorator => Param(parameter, { schema: uuid });

/** The number of a version in the path. */
export const VersionNumber = (): ParameterDecorator => Param('version', { schema: positiveNumber });

/** An id that the plan itself made, of no fixed form. */
export const OpaqueId = (parameter: string): ParameterDecorator => Param(parameter, { schema: text(300) });
