import { answersForThemself } from '../../libs/domain/participants/speaks-for-citizen.js';
import { daysAfter, startPlan } from '../factories/plan-commands.js';
import { choicesFrom } from './choices.js';
import { liveFirstChapters } from './first-chapters.js';
import { randomRegisterChange } from './life-register.js';
import { POLICIES, randomCommand } from './random-commands.js';
import { type Told, WatchedLife } from './watched-life.js';

/** Hours at one end, months at the other. */
const LEAPS_IN_MINUTES = [0, 20, 60, 180, 600, 1_440, 4_320, 10_080, 30_240, 87_000, 260_000] as const;

/** What the lives so far came to. */
export const counts = {
  commands: 0,
  refused: 0,
  events: 0,
  longest: 0,
  types: new Map<string, number>(),
  accepted: new Set<string>(),
};

function later(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/**
 * One life, from its first chapters on: each number is a move, and what it does follows from it and from where the
 * plan stands.
 */
export function live(start: number, moves: readonly number[]): void {
  const first = choicesFrom(start);
  const beginning = later(daysAfter('2026-01-01T11:00:00.000Z', first.below(1500)), first.below(700));
  const citizenOfAgeAt = first.chance(30)
    ? daysAfter(beginning, 1 + first.below(first.oneOf([700, 700, 3000])), '00:00')
    : null;
  const command = startPlan({
    policy: first.oneOf(POLICIES),
    // Of a younger child those who hold custody are asked when they take part.
    citizenAnswer: answersForThemself({ citizenOfAgeAt }, beginning) && first.chance(80) ? 'yes' : 'pending',
    citizenChannel: first.chance(75) ? 'mail' : 'letter',
    citizenOfAgeAt,
  });
  const life = new WatchedLife(command, beginning);
  try {
    liveFirstChapters(life, first);
    for (const move of moves) makeMove(life, move);
    life.checkWhole(first);
  } catch (error) {
    throw new Error(`${String(error)}\n${life.story()}`, { cause: error });
  } finally {
    counts.refused += life.refused;
    counts.events += life.length;
    for (const type of life.eventTypes) counts.types.set(type, (counts.types.get(type) ?? 0) + 1);
    for (const type of life.acceptedTypes) counts.accepted.add(type);
    counts.longest = Math.max(counts.longest, life.length);
  }
}

/** A life that was told before, command by command; what the rules of today refuse of it is left out. */
export function liveAgain([start, ...rest]: readonly Told[]): void {
  if (start === undefined || !('command' in start)) throw new Error('a life without a beginning');
  const life = new WatchedLife(start.command, start.at);
  for (const one of rest) {
    life.at = one.at;
    if ('command' in one) life.give(one.command, one.by);
    else life.register(one);
  }
  life.checkWhole(choicesFrom(0));
}

function makeMove(life: WatchedLife, move: number): void {
  const choices = choicesFrom(move);
  counts.commands += 1;
  if (choices.chance(4)) {
    const change = randomRegisterChange(life.registered, choices);
    life.register(change);
    if (choices.chance(70)) life.hearOf(change);
    if (choices.chance(50)) life.attend(choices);
    return;
  }
  if (choices.chance(74)) {
    const { command, by } = randomCommand(life.state, life.at, choices);
    life.give(command, by);
    if (choices.chance(60)) life.attend(choices);
    return;
  }
  if (choices.chance(8)) life.repeatOldStep(choices);
  const until = later(life.at, choices.oneOf(LEAPS_IN_MINUTES));
  if (choices.chance(75)) {
    life.passPromptly(until, choices);
  } else {
    life.at = until;
    if (choices.chance(60)) life.attend(choices);
  }
}
