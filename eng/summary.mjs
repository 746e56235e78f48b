// node eng/summary.mjs FOLDER   adds up the reports of all suites, lists what failed and ends with the plain line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let passed = 0;
let skipped = 0;
const failures = [];

/** One list of { name, state: 'passed' | 'failed' | 'skipped' } whatever wrote the report. */
const readers = {
  '.ctrf.json': (report) => report.results.tests.map((t) => ({
    name: t.name,
    state: t.status === 'passed' || t.status === 'failed' ? t.status : t.status === 'other' ? 'failed' : 'skipped',
  })),
  '.vitest.json': (report) => report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map((t) => ({
      name: t.fullName,
      state: t.status === 'passed' || t.status === 'failed' ? t.status : 'skipped',
    }));
    // A file that does not even load has no tests of its own to fail.
    return file.status === 'failed' && !tests.some((t) => t.state === 'failed') ? [...tests, { name: file.name, state: 'failed' }] : tests;
  }),
};

for (const file of readdirSync(folder).sort()) {
  const path = join(folder, file);
  const kind = Object.keys(readers).find((k) => file.endsWith(k));
  const suite = kind ? file.slice(0, -kind.length) : file.replace(/\.broken$/, '');
  if (file.endsWith('.broken')) failures.push(`${suite}: ${readFileSync(path, 'utf8').trim()}`);
  if (!kind) continue;
  try {
    const tests = readers[kind](JSON.parse(readFileSync(path, 'utf8')));
    if (tests.length === 0) failures.push(`${suite}: has no tests`);
    for (const { name, state } of tests) {
      if (state === 'passed') passed++;
      else if (state === 'skipped') skipped++;
      else failures.push(`${suite}: ${name}`);
    }
  } catch (e) {
    failures.push(`${suite}: its report cannot be read (${e.message})`);
  }
}

if (passed + failures.length === 0) failures.push('no test ran');
console.log('');
for (const failure of failures) console.log(`FAILED  ${failure}`);
console.log(`${passed} passed, ${failures.length} failed, ${skipped} skipped`);
process.exitCode = failures.length === 0 ? 0 : 1;
