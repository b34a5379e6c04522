import type { VNode } from 'preact';
import { endReasonOf } from '../../../libs/domain/plan/end-reason.js';
import type { PlanHead } from '../../../libs/reading/plan-head.js';
import type { AgreementView } from '../../../libs/record/read/drafting.read.js';
import type { Worded } from '../layout/frame.js';
import { CODE_WORDS } from '../words/code.words.js';
import { DATES } from '../words/dates.js';
import { Names } from './names.js';
import { PLAN_WORDS } from './plan.words.js';
import { Table } from './table.js';

interface AgreementTableParts extends Worded {
  readonly caption: string;
  readonly head: PlanHead;
  readonly agreements: readonly AgreementView[];
}

/** Who promised what by when, and how it went; nothing where nothing was agreed. */
export function AgreementTable({ language, caption, head, agreements }: AgreementTableParts): VNode | null {
  if (agreements.length === 0) return null;
  const words = PLAN_WORDS[language].agreement;
  const names = new Names(head, language);
  return (
    <Table
      caption={caption}
      columns={[words.what, words.who, words.when, words.outcome]}
      rows={agreements.map(({ agreementId, title, responsibleParticipantId, dueDate, outcome, reason }) => ({
        key: agreementId,
        cells: [
          title,
          names.participant(responsibleParticipantId),
          DATES[language].day(dueDate),
          outcome === null
            ? words.open
            : [CODE_WORDS[language].agreementOutcomes[outcome], reasonWords(language, reason)]
                .filter(Boolean)
                .join(': '),
        ],
      }))}
    />
  );
}

/** What somebody wrote; or that the course ended, and why. */
function reasonWords(language: Worded['language'], reason: string | null): string | null {
  const ended = endReasonOf(reason);
  if (ended === null) return reason;
  return PLAN_WORDS[language].agreement.courseEnded(CODE_WORDS[language].endReasons[ended]);
}
