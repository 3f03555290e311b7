// Lighthouse finds nothing to mend on a phone, on the pages most looked at. How
// fast a page is varies with what else the machine does: that mark is told, and
// no test rests on it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serve } from './server.mjs';
import { folder, has, start } from './site.mjs';

const categories = ['performance', 'accessibility', 'best-practices'];

for (const path of ['/', '/integritetspolicy/', '/underbitraden/']) {
  it(`${path} has full marks`, async (t) => {
    if (!has(t, 'lighthouse')) return;
    const host = await serve(folder);
    t.after(() => host.close());
    const report = await judge(host.origin + path);
    t.diagnostic(`performance: ${Math.round(report.categories.performance.score * 100)} of 100`);
    assert.deepEqual(lostMarks(report), []);
  });
}

async function judge(address) {
  const report = JSON.parse(await start('lighthouse', address, '--quiet', '--output=json', `--only-categories=${categories}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'));
  assert.equal(report.runtimeError, undefined);
  return report;
}

// lostMarks tells in which categories marks are lost, and what costs them.
function lostMarks({ categories, audits }) {
  const judged = Object.values(categories).filter(({ id, score }) => id !== 'performance' && score < 1);
  return judged.map(({ id, score, auditRefs }) => {
    const low = auditRefs.filter((ref) => ref.weight && audits[ref.id].score < 1).map((ref) => audits[ref.id]);
    return `${id} ${Math.round(score * 100)}: ${low.map((audit) => `${audit.id} ${audit.displayValue ?? ''}`).join(', ')}`;
  });
}
