import { it } from '@jest/globals';
import { play } from '../scenarios/player.js';
import { threeLives } from '../scenarios/three-lives.js';
import { startVirtualSystem } from '../support/virtual-system.js';
it('plays', async () => {
  const t0 = performance.now();
  const system = await startVirtualSystem();
  console.log('started', performance.now() - t0);
  const lives = threeLives(await system.clock.now());
  system.mailbox.behave({ answer: (a) => (a.startsWith('bogfinke') ? 'refuse' : 'accept') });
  const pick = process.env['LIFE'];
  const all = [lives.sixMeetings, lives.withdrawn, lives.nobody].filter(
    (l) => pick === undefined || l.name.startsWith(pick),
  );
  const log: string[] = [];
  try {
    await play(all, system.world, system, lives.until, ({ life, act }) =>
      log.push(
        `${Math.round(performance.now() - t0)} ${act.at} ${life.name.slice(0, 3)} ${act.who}: ${act.title}`,
      ),
    );
  } catch (e) {
    log.push(String(e), String((e as Error).cause));
  }
  process.stdout.write(
    log.slice(-40).join('\n') +
      '\n' +
      String(performance.now() - t0) +
      ' mails ' +
      system.mailbox.mails.length +
      '\n',
  );
  const { historyFigures } = await import('../support/workflow-history.js');
  for (const l of all)
    process.stdout.write(JSON.stringify(await historyFigures(system.client, `plan-${l.planId}`), null, 1));
  for (const n of [0, 1, 2, 3])
    process.stdout.write(
      JSON.stringify(await historyFigures(system.client, `notices-${n}`).catch((e) => String(e)), null, 1),
    );
  if (process.env['DUMP']) {
    for (const l of all) {
      const rows = await system.database.query(
        `select at, type, actor_kind, data->>'step' step, data->>'ref' ref, data->>'kind' kind from plan_events where plan_id=$1 order by seq`,
        [l.planId],
      );
      process.stdout.write(
        l.name +
          '\n' +
          rows
            .map(
              (r: any) => `${r.at} ${r.actor_kind} ${r.type} ${r.step ?? ''} ${r.ref ?? ''} ${r.kind ?? ''}`,
            )
            .join('\n') +
          '\n',
      );
      const n = await system.database.query(
        `select sent_at, due_at, kind, status, code, recipient from notices where plan_id=$1 order by id`,
        [l.planId],
      );
      process.stdout.write(
        n
          .map(
            (r: any) =>
              `${r.sent_at ?? r.due_at} ${r.kind} ${r.status} ${r.code ?? ''} ${JSON.stringify(r.recipient)}`,
          )
          .join('\n') + '\n',
      );
    }
  }
  await system.stop();
}, 240000);
