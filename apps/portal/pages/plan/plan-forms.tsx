import type { VNode } from 'preact';
import type { MyAwaited } from '../../../../libs/reading/my-work.reading.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { StaffMember } from '../../../../libs/reading/register.reading.js';
import { ChoiceField } from '../../forms/choice-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SelectField } from '../../forms/select-field.js';
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

/** Who comes for a party instead of somebody who left, named by the leader of its organisation. */
export function RepresentativeForm({
  visit,
  head,
  form,
  awaited,
  colleagues,
}: PartParts & { readonly awaited: MyAwaited; readonly colleagues: readonly StaffMember[] }): VNode {
  const words = PLAN_PAGE_WORDS[visit.language].representative;
  return (
    <Section id="representative" heading={words.heading}>
      <p>{words.text}</p>
      {colleagues.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/representative`}>
          <input type="hidden" name="participantId" value={awaited.participantId ?? ''} />
          <SelectField
            form={form}
            name="personId"
            label={words.question}
            choices={colleagues.map(({ personId, givenName, familyName }) => ({
              value: personId,
              label: `${givenName} ${familyName}`,
            }))}
          />
          <SendButton label={words.send} />
        </PostForm>
      )}
    </Section>
  );
}
