/** Who coordinates a plan, and where. */
interface Starter {
  readonly personId: string;
  readonly organisationId: string | null;
}

/** The body of a request that starts a plan for a citizen who has said yes, with what is to be otherwise. */
export function startBody(
  citizenPersonId: string,
  { personId, organisationId }: Starter,
  over: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    citizenPersonId,
    citizenChannel: 'letter',
    grounds: ['severeMentalIllnessWithSubstanceUse'],
    courseType: 'coordinated',
    cluster: 'Nord',
    municipalityCode: '0219',
    department: 'Rusmiddelcentret',
    organisationId,
    coordinatorPersonId: personId,
    citizenAnswer: 'yes',
    answerManner: 'oral',
    ...over,
  };
}
