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
      .filter(({ subject }) =>
        subject.kind === 'person' ? subject.personId === actor.personId : subject.organisationId === leads,
      )
      .filter(({ from, to }) => (from === null || from <= at) && (to === null || at < to))
      .flatMap(({ kinds }) => kinds),
  );
}
