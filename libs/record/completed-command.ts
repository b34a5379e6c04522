import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addYears, copenhagenInstant } from '../domain/calendar/index.js';
import { findOverlaps } from '../domain/overlap/index.js';
import type { Actor } from '../domain/plan/actor.js';
import type { MergeTarget } from '../domain/plan/merging.js';
import type { CommandOf, PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import type { GivenByWorker, NamesWorker } from '../domain/register/workplace.js';
import type { CustodyRegister } from './custody-register.js';
import { existingPlansOf } from './read/gathering.read.js';
import { employmentOf } from './employments.js';
import { isDeceased } from './register-death.js';
import { isKnownElsewhere } from './known-elsewhere.js';
import { ledBy, samePersonsAs } from './same-persons.js';
import { workplacesOfParticipants } from './workplaces.js';

/** More than a hundred times as many as there will be plans. */
const NUMBER_DIGITS = 8;

/**
 * A command with what only the record knows, whatever it said itself: the plan's number, when the citizen comes of
 * age, where the register says that the people work who are named or who act, whether something outside of the plan
 * stands in the way, and whether an overlap is there.
 */
export async function completed(
  manager: EntityManager,
  planId: string,
  command: PlanCommand,
  actor: Actor,
  at: string,
  custodyRegister: CustodyRegister | null = null,
): Promise<PlanCommand> {
  switch (command.type) {
    case 'startPlan':
      return {
        ...command,
        number: await newNumber(manager, at),
        citizenOfAgeAt: await comesOfAgeAt(manager, command.citizenPersonId, at),
        ...(await named(manager, command.coordinatorPersonId)),
        citizenDeceased: await isDeceased(manager, command.citizenPersonId),
      };
    case 'endPlan':
      return command.mergedIntoPlanId === null
        ? command
        : { ...command, into: await mergeTarget(manager, command.mergedIntoPlanId) };
    case 'reopenPlan':
      return {
        ...command,
        ...(await named(manager, command.coordinatorPersonId)),
        obstructed: await isObstructed(manager, planId),
      };
    case 'addParticipant':
      return {
        ...command,
        ...(await named(manager, command.personId)),
        inRegister: await isInRegister(manager, planId, command, custodyRegister),
        knownElsewhere: await isKnownElsewhere(manager, planId, command.personId, actor),
      };
    case 'noteDeath':
      return { ...command, deceased: await isDeceased(manager, command.personId) };
    case 'replaceParticipant':
    case 'nameCoordinator':
    case 'appointDeputy':
    case 'reportEmployment':
      return { ...command, ...(await named(manager, command.personId)) };
    case 'proposeHandover':
      return { ...command, ...(await named(manager, command.successorPersonId)) };
    case 'respondToInvitation':
      return command.deputyPersonId === null
        ? command
        : { ...command, ...(await named(manager, command.deputyPersonId)) };
    case 'giveConsent':
    case 'confirmConsent':
    case 'recordBasis':
    case 'confirmMatter':
    case 'rejectMatter':
    case 'recordEndOfSay':
    case 'acceptHandover':
      return { ...command, ...(await givenBy(manager, planId, actor)) };
    case 'answerGathering':
      return command.answer.kind === 'plans' && command.answer.documentIds.length > 0
        ? { ...command, documentsOf: await documentsOf(manager, planId, command.answer.documentIds) }
        : command;
    case 'decideOverlap':
      return { ...command, isFound: await isOverlap(manager, planId, command.overlapKey) };
    default:
      return command;
  }
}

/**
 * Where somebody works whom a command names and as what (held, so that it is so when the command is committed), what they
 * lead, and under which other ids they are known.
 */
async function named(manager: EntityManager, personId: string): Promise<Required<NamesWorker>> {
  const sameAs = await samePersonsAs(manager, personId);
  const { worksIn, roles } = await employmentOf(manager, personId, true);
  return {
    worksIn,
    worksAs: roles,
    sameAs,
    leads: await ledBy(manager, [personId, ...sameAs]),
    deceased: await isDeceased(manager, personId),
  };
}

/** Where the actor works and under which other ids they are known, and where those work who take part as oneself. */
async function givenBy(
  manager: EntityManager,
  planId: string,
  actor: Actor,
): Promise<Required<GivenByWorker>> {
  const personId = actor.kind === 'person' ? actor.personId : null;
  return {
    actorWorksIn: personId === null ? [] : (await employmentOf(manager, personId)).worksIn,
    actorSameAs: personId === null ? [] : await samePersonsAs(manager, personId),
    recipientsWorkIn: await workplacesOfParticipants(manager, planId),
  };
}

/** Whether a register says that somebody has the say in which they are put into the plan. */
async function isInRegister(
  manager: EntityManager,
  planId: string,
  { role, personId }: CommandOf<'addParticipant'>,
  register: CustodyRegister | null,
): Promise<boolean> {
  if (register === null || (role !== 'custodyHolder' && role !== 'guardian')) return false;
  const [plan] = await manager.query<{ citizenPersonId: string }[]>(
    'SELECT citizen_person_id AS "citizenPersonId" FROM plans WHERE id = $1',
    [planId],
  );
  return plan !== undefined && register.says(manager, { ...plan, personId, role });
}

/**
 * A number that people can say, drawn at random: who gets two plans' numbers cannot count how many were begun between them.
 * Those that older releases counted have six digits and are none of these.
 */
async function newNumber(manager: EntityManager, at: string): Promise<string> {
  for (;;) {
    const number = `KI-${at.slice(0, 4)}-${String(randomInt(10 ** NUMBER_DIGITS)).padStart(NUMBER_DIGITS, '0')}`;
    const taken = await manager.query<unknown[]>('SELECT 1 FROM plans WHERE number = $1', [number]);
    if (taken.length === 0) return number;
  }
}

/** When somebody turns 18 (Denmark); null for who is of age, or not known. */
async function comesOfAgeAt(manager: EntityManager, personId: string, at: string): Promise<string | null> {
  const rows = await manager.query<{ birthDate: string }[]>(
    'SELECT birth_date AS "birthDate" FROM citizens WHERE person_id = $1',
    [personId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const ofAge = copenhagenInstant(addYears(row.birthDate, 18), '00:00');
  return at < ofAge ? ofAge : null;
}

/** For whom each of these documents of the plan was uploaded. */
async function documentsOf(
  manager: EntityManager,
  planId: string,
  documentIds: readonly string[],
): Promise<Record<string, string>> {
  const rows = await manager.query<{ id: string; participantId: string }[]>(
    'SELECT id, participant_id AS "participantId" FROM documents WHERE plan_id = $1 AND id = ANY ($2::uuid[])',
    [planId, documentIds],
  );
  return Object.fromEntries(rows.map(({ id, participantId }) => [id, participantId]));
}

/** Whether the rule finds an overlap of this key between the plans that the parties have told of. */
async function isOverlap(manager: EntityManager, planId: string, overlapKey: string): Promise<boolean> {
  const plans = await existingPlansOf(manager, planId);
  const { overlaps } = findOverlaps(plans.map(({ content }) => content));
  return overlaps.some(({ key }) => key === overlapKey);
}

/** The plan that another is to be merged into, with its coordinator as the register has them now. */
async function mergeTarget(manager: EntityManager, planId: string): Promise<MergeTarget | null> {
  const rows = await manager.query<{ state: PlanState }[]>(
    'SELECT id, state FROM plans WHERE id = $1 AND erased_at IS NULL',
    [planId],
  );
  const state = rows[0]?.state;
  if (state === undefined) return null;
  const { coordinatorPersonId: personId } = state;
  if (personId === null) return { state, coordinator: null };
  const { worksIn, roles } = await employmentOf(manager, personId);
  const organisationId = worksIn[0] ?? null;
  return {
    state,
    coordinator: { kind: 'person', personId, organisationId, organisationRoles: roles, worksIn },
  };
}

/** Whether the register has the death of a plan's citizen, or the plan is held back for a case and stays as it is. */
async function isObstructed(manager: EntityManager, planId: string): Promise<boolean> {
  const rows = await manager.query<{ obstructed: boolean }[]>(
    `SELECT pe.deceased_at IS NOT NULL OR EXISTS (SELECT FROM erasure_holds h WHERE h.plan_id = p.id AND h.released_at IS NULL) AS obstructed
     FROM plans p JOIN people pe ON pe.id = p.citizen_person_id WHERE p.id = $1`,
    [planId],
  );
  return rows[0]?.obstructed === true;
}
