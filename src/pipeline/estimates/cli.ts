import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOGUE, type AreaRecord, type SeriesFile } from '../../lib/domain/index.ts';
import { estimatesOf } from './compute.ts';
import { listEstimates } from './listing.ts';

const published = fileURLToPath(new URL('../../../static/data', import.meta.url));
const json = <T>(path: string): T => JSON.parse(readFileSync(join(published, path), 'utf8')) as T;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const inputs = {
  areas: json<AreaRecord[]>('areas-full.json'),
  series: new Map(CATALOGUE.map(({ slug }) => [slug, json<SeriesFile>(`series/${slug}.json`)]))
};

for (const line of listEstimates(inputs)) say(line);

if (process.argv[2] === '--time') {
  const started = process.cpuUsage();
  let years = 0;
  for (const measure of CATALOGUE)
    for (const variant of measure.variants) years += estimatesOf(measure, variant, inputs).length;
  const { user, system } = process.cpuUsage(started);
  say(`all years: ${years} of all measures, ${((user + system) / 1e6).toFixed(1)} s of processor time`);
}
