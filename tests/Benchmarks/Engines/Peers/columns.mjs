// Kùzu and its fork LadybugDB, which share their interface: node columns.mjs JOB OUTCOME kuzu|@ladybugdb/core [load]
import fs from 'node:fs';
import path from 'node:path';
import { job, measure } from './measure.mjs';

const { default: engine } = await import(process.argv[4]);
const file = path.join(job.database, 'graph.db');

function load() {
  fs.mkdirSync(job.database, { recursive: true });
  const connection = new engine.Connection(new engine.Database(file));
  const run = cypher => connection.querySync(cypher);
  const from = table => `"${path.join(job.tablesFolder, table.file)}"`;
  for (const table of job.nodes) {
    run(`CREATE NODE TABLE ${table.label}(id STRING, name STRING${table.hasYear ? ', year INT64' : ''}, PRIMARY KEY(id))`);
    run(`COPY ${table.label} FROM ${from(table)} (HEADER=false, ESCAPE='"', PARALLEL=false)`);
  }
  for (const type of new Set(job.relationships.map(table => table.type))) {
    const tables = job.relationships.filter(table => table.type === type);
    run(`CREATE REL TABLE ${type}(${tables.map(table => `FROM ${table.from} TO ${table.to}`).join(', ')})`);
    for (const table of tables) run(`COPY ${type} FROM ${from(table)} (FROM='${table.from}', TO='${table.to}', HEADER=false, ESCAPE='"', PARALLEL=false)`);
  }
  run('CHECKPOINT');
  process.exit(0);
}

function open() {
  const connection = new engine.Connection(new engine.Database(file, 0, true, true));
  const rowsOf = result => { const rows = result.getAllSync(); result.close(); return rows; };
  return {
    version: engine.VERSION,
    prepare(cypher) {
      const statement = connection.prepareSync(cypher);
      if (!statement.isSuccess()) throw new Error(statement.getErrorMessage());
      return set => rowsOf(connection.executeSync(statement, set));
    },
  };
}

if (process.argv[5] === 'load') load();
else await measure(open);
