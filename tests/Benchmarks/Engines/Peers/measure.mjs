// Shared by the peers: reads the job, times queries by its policy as QueryTimer.cs does, writes the outcome.
import fs from 'node:fs';
import path from 'node:path';

export const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

/** Rows of a table of the job: fields are quoted or plain, a quote is doubled, no field holds a line break. */
export function* readTable(file) {
  for (const line of fs.readFileSync(path.join(job.tablesFolder, file), 'utf8').split('\n')) {
    if (line !== '') yield [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(m => m[1] === undefined ? m[2] : m[1].replaceAll('""', '"'));
  }
}

const status = name => Number(new RegExp(name + ':\\s+(\\d+)').exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
const text = value => value === null || value === undefined ? null : String(value);

/** Opens the database with `open`, which returns {version, prepare(query) → (argumentSet → rows)}, and runs the whole job. */
export async function measure(open) {
  const began = performance.now();
  const engine = await open();
  const openMs = performance.now() - began;
  const queries = [];
  for (const query of job.queries) queries.push(await time(engine, query));
  const outcome = { version: engine.version, openMs, residentMb: status('VmRSS'), peakMb: status('VmHWM'), queries };
  fs.writeFileSync(process.argv[3], JSON.stringify(outcome));
  // The native parts of some peers fail during teardown.
  process.exit(0);
}

async function time(engine, { name, text: cypher, arguments: sets }) {
  const { warmUpMs, maxWarmUps, measureMs, minRuns, maxRuns } = job.policy;
  try {
    const run = await engine.prepare(cypher);
    const rows = [];
    for (const set of sets) rows.push((await run(set)).map(row => Object.values(row).map(text)));
    let start = performance.now();
    for (let i = 0; i < maxWarmUps && performance.now() - start < warmUpMs; i++) await run(sets[i % sets.length]);
    const milliseconds = [];
    start = performance.now();
    while (milliseconds.length < minRuns || (milliseconds.length < maxRuns && performance.now() - start < measureMs)) {
      const set = sets[milliseconds.length % sets.length];
      const begin = performance.now();
      await run(set);
      milliseconds.push(performance.now() - begin);
    }
    return { name, milliseconds, rows };
  } catch (fault) {
    return { name, milliseconds: [], rows: [], fault: String(fault) };
  }
}
