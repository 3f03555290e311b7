// Lighthouse finds nothing to mend on a slow phone, on the pages most looked at.
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
    // How fast a page is varies with what else the machine does, so the best of
    // a few looks counts.
    let slowdown = 4;
    let lost;
    for (let n = 0; n < 4; n++) {
      const report = await judge(host.origin + path, slowdown);
      lost = lostMarks(report);
      if (lost.length === 0) return;
      slowdown = Math.min(Math.max(report.environment.benchmarkIndex / phone, 1), 4);
    }
    assert.deepEqual(lost, []);
  });
}

// phone is what Lighthouse's own measure of a processor gives for the telephones
// that it has in mind. Its fourfold slowdown presumes a fast machine.
const phone = 400;

async function judge(address, slowdown) {
  const report = JSON.parse(await start('lighthouse', address, '--quiet', '--output=json', `--only-categories=${categories}`,
    `--throttling.cpuSlowdownMultiplier=${slowdown}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'));
  assert.equal(report.runtimeError, undefined);
  return report;
}

// lostMarks tells in which categories marks are lost, and what costs them.
function lostMarks({ categories, audits }) {
  return Object.values(categories).filter(({ score }) => score < 1).map(({ id, score, auditRefs }) => {
    const low = auditRefs.filter((ref) => ref.weight && audits[ref.id].score < 1).map((ref) => audits[ref.id]);
    return `${id} ${Math.round(score * 100)}: ${low.map((audit) => `${audit.id} ${audit.displayValue ?? ''}`).join(', ')}`;
  });
}
