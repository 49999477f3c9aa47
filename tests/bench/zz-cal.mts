import { withServer } from './support/server';
import { writtenDeals } from '/work/wt/ask/tests/fixtures/deals/index';
import { historyOf } from '/work/wt/ask/tests/fixtures/deals/deal';
import { questions, unanswerable } from './questions';
import { scopeOf } from '/work/wt/ask/lib/ask/scope';
import { createOutbox } from '/work/wt/ask/lib/memory/outbox';
import { writeFileSync } from 'node:fs';
await withServer(async ({bank}) => {
  const { memory } = await bank();
  let kept: unknown = null;
  const outbox = createOutbox({ store: { get: async () => kept, set: async (v:any) => { kept = v; } }, lock: (_:any, w:any) => w(), memory: async () => memory, now: () => Date.now(), pause: (ms:number) => new Promise(r=>setTimeout(r,ms)) } as any);
  for (const d of writtenDeals) for (const i of historyOf(d)) await outbox.add(i);
  const t=Date.now();
  while ((await outbox.items()).length) await outbox.flush();
  console.error('stored', Date.now()-t);
  const known = writtenDeals.map(d=>d.prospect);
  const out:any[]=[];
  for (const q of [...questions, ...unanswerable.map(asked=>({asked,sources:[] as string[]}))]) {
    const s = scopeOf(q.asked, known);
    const full = await memory.recallLogs(q.asked, s.people, 30);
    const rest = await memory.recallLogs(s.rest, s.people, 30);
    out.push({q, scope:s, full, rest});
    const rank=(l:any[])=>l.findIndex(r=>q.sources.includes(r.interaction.id))+1;
    console.log(q.asked,'|',s.people.map(p=>p.name).join(','),'|',rank(full),rank(rest),'|',full.slice(0,3).map(r=>`${r.interaction.id}:${r.semantic?.toFixed(2)}/${r.keyword?.toFixed(2)}`).join(' '));
  }
  writeFileSync('/tmp/cal.json', JSON.stringify(out));
});
process.exit(0);
