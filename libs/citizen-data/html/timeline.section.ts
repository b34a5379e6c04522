import type { TimelineItem } from '../../reading/citizen-data/citizen-data.types.js';
import { EVENT_WORDS } from '../words/event-words.js';
import { danishTime, toldFields } from '../words/field-words.js';
import { STEP_WORDS } from '../words/step-words.js';
import { facts, table } from './page-parts.js';
import type { Html } from './html.js';
import type { Names } from './names.js';

/** Everything that happened, in its order, with what was written. */
export function timelineTable(timeline: readonly TimelineItem[], names: Names): Html {
  return table(
    'Den ældste først',
    ['Hvornår', 'Hvem', 'Hvad', 'Hvad der blev skrevet'],
    timeline.map((item) => {
      const fields = toldFields(item.content, names.of);
      return [
        danishTime(item.at),
        names.person(item.actorPersonId),
        whatHappened(item),
        fields.length === 0 ? null : facts(fields.map(({ label, value }) => [label, value] as const)),
      ];
    }),
  );
}

function whatHappened({ type, content }: TimelineItem): string {
  if (type !== 'stepPerformed') return EVENT_WORDS[type];
  const step = (STEP_WORDS as Readonly<Record<string, string>>)[String(content['step'])];
  return step === undefined ? EVENT_WORDS.stepPerformed : `${EVENT_WORDS.stepPerformed} ${step}`;
}
