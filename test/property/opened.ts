import type { DisclosureWindow, WindowKind } from '../../libs/domain/disclosure/disclosure-windows.js';
import type { Actor } from '../../libs/domain/plan/actor.js';

/** What the windows open to a person at an instant, as the database works it out. */
export function opened(
  windows: readonly DisclosureWindow[],
  actor: Extract<Actor, { kind: 'person' }>,
  at: string,
): Set<WindowKind> {
  const leads = actor.organisationRoles.includes('teamLeader') ? actor.organisationId : null;
  return new Set(
    windows
      .filter(({ subject, standing }) =>
        subject.kind === 'person'
          ? subject.personId === actor.personId && isStanding(standing, actor)
          : subject.organisationId === leads,
      )
      .filter(({ from, to }) => (from === null || from <= at) && (to === null || at < to))
      .flatMap(({ kinds }) => kinds),
  );
}

/** Told a second time, as `walls.ts` tells it. */
function isStanding(
  { for: standsFor, organisationId }: DisclosureWindow['standing'],
  { worksIn, organisationRoles }: Extract<Actor, { kind: 'person' }>,
): boolean {
  if (standsFor === 'themself') return true;
  const works = organisationId === null ? worksIn.length > 0 : worksIn.includes(organisationId);
  const mayCoordinate = organisationRoles.some((role) =>
    ['practitioner', 'coordinator', 'teamLeader'].includes(role),
  );
  return works && (standsFor === 'authority' || mayCoordinate);
}
