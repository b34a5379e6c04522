import { relative, resolve } from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { planWorkflowId } from '../../libs/contracts/index.js';
import type { Life } from '../../test/scenarios/life.js';
import { lifeTimeline, timelineTable } from '../../test/scenarios/life-timeline.js';
import { type Played, play } from '../../test/scenarios/player.js';
import { threeLives } from '../../test/scenarios/three-lives.js';
import { startVirtualSystem, type VirtualSystem } from '../../test/support/virtual-system.js';
import { historyFigures } from '../../test/support/workflow-history.js';
import { castMember } from './demonstration/cast.js';
import { DemoFolder, type LifeFigures } from './demonstration/demo-folder.js';
import { LocalError } from './engines/local-error.js';

/** How often it is said how far the lives have come, in milliseconds. */
const PROGRESS_EVERY = 2_000;

const folderPath = resolve(process.env['DEMO_FOLDER']?.trim() || '.demo');

/** Starts everything, plays, and stops everything, also when somebody asks for it in between; returns the exit code. */
async function run(): Promise<number> {
  const asked = untilAskedToStop();
  // The screen belongs to the lives; signals are handled here.
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
    shutdownSignals: [],
  });
  const seconds = stopwatch();
  console.log('Starting database, Temporal, mail server, API and worker …');
  const system = await startVirtualSystem();
  try {
    console.log(`Started after ${seconds()} s. Three lives over 26 months begin.`);
    const code = await Promise.race([show(system), asked]);
    console.log(code === 0 ? `The three lives took ${seconds()} s.` : 'Stopping …');
    return code;
  } finally {
    await system.stop();
  }
}

/** Plays the three lives and leaves what people would have got. */
async function show(system: VirtualSystem): Promise<0> {
  const { sixMeetings, withdrawn, nobody, until } = threeLives(await system.clock.now());
  const lives = [sixMeetings, withdrawn, nobody];
  refuseUnreachable(system, lives);
  await play(lives, system.world, system, until, progress());
  const folder = await DemoFolder.open(folderPath);
  const figures: LifeFigures[] = [];
  for (const life of lives) figures.push(await keep(folder, system, life));
  tell(figures);
  console.log(`\nMails, invitations and timelines lie in ${relative(process.cwd(), folder.path) || '.'}.`);
  return 0;
}

/** Resolves with the exit code when a person asks for the end, or the starting process is gone. */
function untilAskedToStop(): Promise<1> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    process.once('disconnect', stop);
  });
}

function stopwatch(): () => string {
  const started = performance.now();
  return () => ((performance.now() - started) / 1000).toFixed(1);
}

function refuseUnreachable({ mailbox }: VirtualSystem, lives: readonly Life[]): void {
  const addresses = lives.flatMap(({ unreachable }) => unreachable).map((name) => castMember(name).email);
  mailbox.behave({ answer: (address) => (addresses.includes(address) ? 'refuse' : 'accept') });
}

function progress(): (played: Played) => void {
  let told = performance.now();
  return ({ act, done, total }) => {
    if (done < total && performance.now() - told < PROGRESS_EVERY) return;
    told = performance.now();
    console.log(`  ${act.at.slice(0, 10)}  ${String(done).padStart(3)} of ${total} acts`);
  };
}

async function keep(folder: DemoFolder, system: VirtualSystem, life: Life): Promise<LifeFigures> {
  const timeline = await lifeTimeline(system.world, life);
  console.log(`\n${life.title}\n${'='.repeat(life.title.length)}`);
  for (const line of timelineTable(timeline)) console.log(line);
  const history = await historyFigures(system.client, planWorkflowId(life.planId));
  return folder.keep(life, system.mailbox.mails, timeline, history);
}

function tell(figures: readonly LifeFigures[]): void {
  console.log('');
  const lines = [
    ['life', 'history events', 'activities', 'mails', 'invitations'],
    ...figures.map((one) => [
      one.life,
      String(one.historyEvents),
      String(one.activities),
      String(one.mails),
      String(one.invitations),
    ]),
  ];
  for (const [life = '', ...numbers] of lines) {
    console.log(`${life.padEnd(28)}${numbers.map((number) => number.padStart(16)).join('')}`);
  }
}

async function runToEnd(): Promise<number> {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof LocalError ? error.message : error);
    return 1;
  }
}

process.exit(await runToEnd());
