import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { VisibleMeeting } from '../../../../libs/reading/visible-parts.js';
import type { Visit } from '../../http/visit.js';
import type { Worded } from '../../layout/frame.js';
import { Facts } from '../../plan/facts.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { MEETING_WORDS } from './meetings.words.js';
import { canAnswerTimes, ownInvitation, ownTimes } from './own-part.js';

interface PageParts {
  readonly visit: Visit;
  readonly shown: PlanPart<readonly VisibleMeeting[]>;
}

/** The plan's meetings: those to come, times that were proposed, those that were. */
export function MeetingsPage({ visit, shown }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = MEETING_WORDS[language];
  const upcoming = part.filter(({ status, to }) => status === 'fixed' && to !== null && head.at < to);
  const proposed = part.filter(({ status }) => status === 'proposed');
  const past = part
    .filter((meeting) => !upcoming.includes(meeting) && !proposed.includes(meeting))
    .toReversed();
  const parts = { language, head };
  return (
    <PlanLayout visit={visit} head={head} page="meetings" title={words.title}>
      {part.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Section id="upcoming" heading={words.upcoming}>
          {upcoming.length === 0 ? <p>{words.noUpcoming}</p> : <MeetingList {...parts} meetings={upcoming} />}
        </Section>
      )}
      {proposed.length === 0 ? null : (
        <Section id="proposed" heading={words.proposed}>
          <MeetingList {...parts} meetings={proposed} />
        </Section>
      )}
      {past.length === 0 ? null : (
        <Section id="past" heading={words.past}>
          <MeetingList {...parts} meetings={past} />
        </Section>
      )}
    </PlanLayout>
  );
}

interface ListParts extends Worded {
  readonly head: PlanHead;
  readonly meetings: readonly VisibleMeeting[];
}

function MeetingList({ language, head, meetings }: ListParts): VNode {
  return (
    <ul class="plan-list nobullet-list no-max-width">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId} class="plan-card">
          <h3 class="h4">
            <a href={`/plans/${head.planId}/meetings/${encodeURIComponent(meeting.meetingId)}`}>
              {CODE_WORDS[language].meetingKinds[meeting.kind]}
            </a>
          </h3>
          <MeetingFacts language={language} head={head} meeting={meeting} />
        </li>
      ))}
    </ul>
  );
}

interface FactsParts extends Worded {
  readonly head: PlanHead;
  readonly meeting: VisibleMeeting;
}

/** When and where, and what the reader answered. */
export function MeetingFacts({ language, head, meeting }: FactsParts): VNode {
  const words = MEETING_WORDS[language];
  const codes = CODE_WORDS[language];
  const { from, to, place, mode, status } = meeting;
  return (
    <Facts
      facts={[
        [words.when, from === null || to === null ? words.notFixed : DATES[language].period(from, to)],
        [words.where, place],
        [words.how, codes.meetingModes[mode]],
        [words.status, codes.meetingStatuses[status]],
        [words.yourAnswer, ownAnswer(language, head, meeting)],
      ]}
    />
  );
}

function ownAnswer(language: Worded['language'], head: PlanHead, meeting: VisibleMeeting): string | null {
  const words = MEETING_WORDS[language];
  if (canAnswerTimes(head, meeting)) return ownTimes(head, meeting) === null ? words.notAnswered : null;
  const invitation = ownInvitation(head, meeting);
  if (invitation === null) return null;
  const { response } = invitation;
  return response === null ? words.notAnswered : CODE_WORDS[language].responses[response];
}
