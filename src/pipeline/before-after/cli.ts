import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OTHER_STARTS, SERIES_KEYS } from '../../lib/statistics/before-after.ts';
import { DIRECTIONS } from '../../lib/statistics/change.ts';
import { modelOf } from '../../lib/statistics/model-of.ts';
import type { Ranged } from '../../lib/statistics/regression.ts';
import type { Segmented } from '../../lib/statistics/segmented.ts';
import { describe } from '../../lib/screening/problem.ts';
import { read } from '../read.ts';
import { beforeAfterOf } from './compute.ts';
import { beforeAfterFiles } from './files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const directory = (name: string) => ({
  names: () => readdirSync(join(root, name)),
  bytes: (file: string) => readFileSync(join(root, name, file))
});

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const ranged = ({ value, low, high }: Ranged): string =>
  `${value.toFixed(1)} (95%: ${low.toFixed(1)} to ${high.toFixed(1)})`;

const { tables, problems } = read(directory('data'), directory('seeds'));
if (problems.length) {
  for (const problem of problems) say(describe(problem));
  process.exit(1);
}
const all = beforeAfterOf(tables);

const sayModel = (name: string, model: Segmented): void => {
  const { parting, slope, level, slopeChange, fit } = model;
  say(`\n${name}: ${parting.from} to ${parting.to}, transition ${parting.transition}`);
  say(`  earlier slope a year ${ranged(slope)}; gap in ${parting.transition} ${ranged(level)}`);
  say(`  change of slope ${ranged(slopeChange)}; residual deviation ${fit.deviation.toFixed(1)}, ${fit.freedom} df`);
  say(
    `  R² ${fit.rSquared.toFixed(4)}, Durbin–Watson ${model.durbinWatson.toFixed(3)}, autocorrelation ${model.autocorrelation.toFixed(3)}`
  );
  for (const { year, observed, expected, difference } of model.beside)
    say(`  ${year}: counted ${observed}, continued ${ranged(expected)}, difference ${ranged(difference)}`);
  say(`  sum of differences ${ranged(model.total)}`);
};

say('MONTHS HELD');
say(
  all.months.care.map(({ month, value, derived }) => `${month} ${value}${derived ? ' (worked out)' : ''}`).join(', ')
);
say(all.months.referrals.map(({ month, value }) => `${month} ${value}`).join(', '));

say('\nMODELS');
for (const model of all.models) sayModel(`${model.case}, ${model.series}`, model);
say('\nTHE EARLIER LINE BEGUN IN OTHER YEARS, AND THE YEAR OF TRANSITION COUNTED WITH THE LATER ONES');
for (const series of SERIES_KEYS) {
  for (const from of OTHER_STARTS) {
    const model = modelOf(all.england[series], 'connelly', { from });
    if (model) sayModel(`${series} from ${from}`, model);
  }
  const model = modelOf(all.england[series], 'connelly', { withTransition: true });
  if (model) sayModel(`${series} with transition`, model);
}

say('\nCOUNCILS');
const starts = all.authorities.flatMap((each) => each.starts ?? []);
for (const direction of DIRECTIONS)
  say(
    `starts 2008 to 2010 ${direction}: ${starts.filter((each) => each.direction === direction).length} of ${starts.length}`
  );
say(`England's starts, three years after over three before: ${all.ratio}`);
for (const { name, sides, standing, fifth, why } of [...all.authorities, ...all.regions, ...all.fifths]) {
  const parts = Object.entries(sides).map(
    ([measure, { before, after, change }]) =>
      `${measure} ${before.value.toFixed(2)} to ${after.value.toFixed(2)}, ${change.value.toFixed(2)} ±${change.margin.toFixed(2)} ${change.direction}`
  );
  const extra = [standing && `limits 95% ${standing.near}, 99.8% ${standing.far}`, fifth && `fifth ${fifth}`, why];
  say(`${name}: ${[...parts, ...extra.filter(Boolean)].join('; ')}`);
}
say('\nHARINGEY');
for (const { year, lookedAfter, asylum, without, started } of all.haringey)
  say(
    `${year}: looked after ${lookedAfter?.value ?? 'not held'}, asylum-seeking ${asylum?.value ?? 'not held'}, without ${without?.value ?? 'not held'}, starts ${started?.value ?? 'not held'}`
  );

const folder = process.argv[2];
if (folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of beforeAfterFiles(all)) writeFileSync(join(folder, name), text);
  say(`\nwritten to ${folder}`);
}
