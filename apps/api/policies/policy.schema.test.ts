import { describe, expect, it } from '@jest/globals';
import { LATER_KINDS } from '../../../libs/domain/deadline/awaited.types.js';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import { policyBody } from './policy.schema.js';

describe('a policy', () => {
  it('that was read can be given back as it is', () => {
    expect(policyBody.safeParse(JSON.parse(JSON.stringify(defaultPolicy))).error?.issues).toBeUndefined();
  });

  it('of before a kind was awaited needs no ladder for it', () => {
    const ladders = Object.fromEntries(
      Object.entries(defaultPolicy.ladders).filter(([kind]) => !LATER_KINDS.some((later) => later === kind)),
    );
    expect(policyBody.safeParse({ ...defaultPolicy, ladders }).success).toBe(true);
  });
});
