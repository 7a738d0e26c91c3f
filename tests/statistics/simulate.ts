import {
  beforeAfterFindings,
  changeFindings,
  deprivationFindings,
  distanceFindings,
  limitFindings,
  rankFindings,
  trendFindings
} from './simulation.ts';

// Runs the whole simulation and lists what it finds, as a table for docs/statistics.md: npx tsx tests/statistics/simulate.ts
const runs = Number(process.argv[2] ?? 60);

const all = [
  ...limitFindings(runs),
  ...deprivationFindings(runs),
  ...rankFindings(runs),
  ...changeFindings(runs),
  ...distanceFindings(runs),
  ...trendFindings(runs),
  ...beforeAfterFindings(runs)
];

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.02 ? 2 : 1)}%`;

process.stdout.write('| What was counted | Promised | Found | Cases |\n| --- | --- | ---: | ---: |\n');
for (const { name, promised, found, of } of all)
  process.stdout.write(`| ${name} | ${promised} | ${percent(found)} | ${of.toLocaleString('en-GB')} |\n`);
