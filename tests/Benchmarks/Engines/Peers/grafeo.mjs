// Grafeo: node grafeo.mjs JOB OUTCOME @grafeo-db/js [load]
import fs from 'node:fs';
import path from 'node:path';
import grafeo from '@grafeo-db/js';
import { job, measure, readTable } from './measure.mjs';

const file = path.join(job.database, 'graph.grafeo');
const batch = 50_000;

async function load() {
  fs.mkdirSync(job.database, { recursive: true });
  const database = grafeo.GrafeoDB.create();
  const ids = {};
  for (const table of job.nodes) {
    const known = ids[table.label] = new Map();
    await database.executeCypher(`CREATE INDEX ${table.label.toLowerCase()}Id FOR (n:${table.label}) ON (n.id)`);
    await inBatches(readTable(table.file), async rows => {
      const nodes = rows.map(([id, name, year]) => (table.hasYear && year !== '' ? { id, name, year: Number(year) } : { id, name }));
      const made = await database.batchCreateNodesWithProps(table.label, nodes);
      made.forEach((key, at) => known.set(rows[at][0], key));
    });
  }
  for (const { type, from, to, file: table } of job.relationships) {
    await inBatches(readTable(table), rows =>
      database.batchCreateEdges(rows.map(([start, end]) => ({ type, src: ids[from].get(start), dst: ids[to].get(end) }))));
  }
  database.save(file);
  process.exit(0);
}

async function inBatches(rows, take) {
  let held = [];
  for (const row of rows) {
    held.push(row);
    if (held.length === batch) { await take(held); held = []; }
  }
  if (held.length > 0) await take(held);
}

function open() {
  const database = grafeo.GrafeoDB.openReadOnly(file);
  return {
    version: grafeo.version(),
    prepare: cypher => async set => (await database.executeCypher(cypher, set)).toArray(),
  };
}

if (process.argv[5] === 'load') await load();
else await measure(open);
