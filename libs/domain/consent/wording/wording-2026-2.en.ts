import type { ConsentWording } from './consent-form.types.js';
import { WORDING_2026_1_EN } from './wording-2026-1.en.js';

/**
 * Version 2026-2 in English: as 2026-1, with words of its own for who consents for a child. It has been shown: it is never
 * changed, another text is another version.
 */
export const WORDING_2026_2_EN: ConsentWording = {
  ...WORDING_2026_1_EN,
  ofChild: {
    introduction:
      'As a holder of custody you decide who may get which information about the child in the coordinating action plan of the child. ' +
      'The consent is about disclosure only. That authorities hold information about the child follows from law.',
    purposes: {
      coordination:
        'It is for coordinating the help for the child: to make the plan, hold meetings and follow up.',
      evaluation:
        'It is for finding out whether the help works. Nobody can tell who the child is from what is published.',
    },
    voluntaryLines: [
      'You can say no, and you can say yes to some and no to others.',
      'If you say no, the recipient does not get the information and cannot take part in the plan. The child still gets the help that it has a right to.',
    ],
    withdrawalLines: [
      'You do it on the page of the plan of the child, by telephone, or by telling the coordinator. It is as easy as giving it.',
      'From then on the recipient gets nothing more. What the recipient has already got is listed in the plan of the child.',
    ],
    kinds: { citizenWishes: 'the child’s own wishes' },
  },
};
