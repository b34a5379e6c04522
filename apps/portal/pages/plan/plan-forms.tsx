import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import { ChoiceField } from '../../forms/choice-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Section } from '../../plan/section.js';
import { PLAN_PAGE_WORDS } from './plan.words.js';

interface PartParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly head: PlanHead;
  readonly form: FormState;
}

/** The citizen's own yes or no to the course. */
export function StartForm({ visit, head, form }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[visit.language].answer;
  return (
    <Section id="start" heading={words.heading}>
      <p>{words.text}</p>
      <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/start-answer`}>
        <ChoiceField
          form={form}
          name="answer"
          label={words.question}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
        <SendButton label={words.send} />
      </PostForm>
    </Section>
  );
}

/** The yes or no of whoever is asked to be the coordinator. */
export function HandoverForm({ visit, head, form }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[visit.language].handover;
  return (
    <Section id="handover" heading={words.heading}>
      <p>{words.text}</p>
      <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/handover-answer`}>
        <ChoiceField
          form={form}
          name="answer"
          label={words.question}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
        <TextField form={form} name="reason" label={words.reason} rows={3} optional />
        <SendButton label={words.send} />
      </PostForm>
    </Section>
  );
}
