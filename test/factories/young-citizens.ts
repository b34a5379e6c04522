import { copenhagenInstant } from '../../libs/domain/calendar/index.js';
import type { CommandOf } from '../../libs/domain/plan/plan.types.js';
import { type Life, life } from './plan-life.js';

/** Lives begin in April 2027: the day on which somebody of ten, fourteen or sixteen years then comes of age. */
const OF_AGE_AT = {
  ten: copenhagenInstant('2034-09-01', '00:00'),
  fourteen: copenhagenInstant('2030-04-12', '00:00'),
  sixteen: copenhagenInstant('2028-09-01', '00:00'),
} as const;

/**
 * The plan of somebody under 18 with both custody holders: the mother is the actor `custodyHolder`, the father the actor
 * `relative`, with the participants of these names `custodyHolder` and `father`. Both have said yes to the course.
 */
export function youngLife(age: keyof typeof OF_AGE_AT, change: Partial<CommandOf<'startPlan'>> = {}): Life {
  const answer = age === 'sixteen' ? {} : ({ citizenAnswer: 'pending', answerManner: null } as const);
  const young = life()
    .started({ citizenOfAgeAt: OF_AGE_AT[age], ...answer, ...change })
    .withParticipant('custodyHolder')
    .withParticipant('custodyHolder', { participantId: 'father', personId: 'person-relative' })
    .withParticipant('psychiatry')
    .withParticipant('jobCentre');
  const yes = { type: 'recordCitizenAnswer', answer: 'yes', manner: 'digital' } as const;
  const asked = age !== 'sixteen' && change.citizenAnswer === undefined;
  return asked ? young.does(yes, 'custodyHolder').does(yes, 'relative') : young;
}
