// @ts-nocheck
import { readFileSync } from 'node:fs';
import { startRealSystem, until } from '../support/real-system.js';
import { RealPlan, registerCitizens, STORIES } from '../factories/real-plans.js';
import { leftToDo, recordedPlans } from '../support/real-record.js';
import { policyInMinutes } from '../support/policy-in-minutes.js';
it('x', async () => {
const system = await startRealSystem();
try {
const citizens = await registerCitizens(system.database, 60);
const w = await system.startWorker();
const stories = Object.entries(STORIES).filter(([name]) => name !== 'ended');
for (let count = 0; count < 50; count += 1) {
  const [name, story] = stories[count % stories.length];
  const p = await RealPlan.begin(system.database,{policy:policyInMinutes('calm',1440),citizenPersonId:citizens.pop(),at:new Date(Date.now()-31*864e5+count*60000).toISOString(),afterCommit:system.relay,answer:name==='awaitingCitizen'?'pending':'yes'});
  await story(p);
}
await system.relay.settled();
await new Promise(r=>setTimeout(r,15000));
const out=[];
out.push(await leftToDo(system.database));
const rows = await recordedPlans(system.database);
for (const r of rows) if (r.waitState.next && r.waitState.next.at < new Date().toISOString()) { out.push(r.waitState);
 out.push((await system.database.query('select seq,type,at,data from plan_events where plan_id=$1 order by seq',[r.planId])).map(e=>[e.seq,e.type,e.at,JSON.stringify(e.data).slice(0,300)].join(' ')));
 const h = system.client.workflow.getHandle('plan-'+r.planId);
 const d = await h.describe(); out.push(d.raw.pendingActivities?.map(a=>[a.activityType?.name,a.attempt]));
 out.push(await h.query('waitState'));
 const f=d.raw.pendingActivities?.[0]?.lastFailure;
 if (f) out.push((await system.client.options.loadedDataConverter.payloadCodecs[0].decode([f.encodedAttributes])).map(p=>Buffer.from(p.data).toString()));
}
out.push(readFileSync(w.logFile,'utf8').split('\n').filter(l=>!l.includes('INFO')).slice(-20));
process.stderr.write(JSON.stringify(out,null,1));
} finally { await system.stop(); }
}, 120000);
