import { error } from '@sveltejs/kit';
import {
  ENGLAND,
  footprintOf,
  formatDate,
  regionsOf,
  similarTo,
  variantOf,
  type Area,
  type AreaRecord,
  type SeriesFile,
  type TimelineEvent
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';
import { readAreas, readEvents, readSeries, readSimilar } from '#lib/server/published.ts';
import { prerenderTime } from '#lib/figures/prerender.ts';
import { link } from '#lib/ui/link.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { combine, footprintArea, footprintPicture, seamOf } from '#lib/areas/footprint.ts';
import { areaRow } from '#lib/series/area-rows.ts';
import { compose, coverage, type Picture } from '#lib/figures/time/picture.ts';
import { RATES, restrict } from '#lib/series/restrict.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { everyMeasure } from './every-measure';
import { authoritySections } from './sections';

export const entries = () =>
  readAreas()
    .filter(({ key }) => key !== ENGLAND)
    .map(({ slug }) => ({ area: slug }));

const plain = ({ key, code, name, level, slug, ended, region }: AreaRecord): Area => ({
  key,
  code,
  name,
  level,
  slug,
  ...(ended ? { ended } : {}),
  ...(region ? { region } : {})
});

/** Everything that the section on a territory through its reorganisation shows, for the headline measures that can be followed. */
const footprintData = (areas: AreaRecord[], named: ReadonlyMap<string, AreaRecord>, key: string) => {
  const footprint = footprintOf(areas, key);
  if (!footprint) return undefined;
  if (footprint.kind === 'mixed') {
    const of = (keys: readonly string[]) => keys.map((each) => plain(named.get(each)!));
    return { kind: footprint.kind, before: of(footprint.before), after: of(footprint.after), ended: footprint.ended };
  }
  const children = readSeries('children');
  const measures = HEADLINES.flatMap((slug) => {
    const measure = measureOf(slug)!;
    const file = restrict(readSeries(slug), [ENGLAND, footprint.before, ...footprint.parts], RATES);
    const combined = combine(footprint, measure, file, children);
    if (!combined) return [];
    const seam = seamOf(footprint, named, variantOf(measure, 'rate')!.indicator);
    return [{ measure, file, seam, rate: combined.rate }];
  });
  return {
    kind: footprint.kind,
    area: footprintArea(footprint, named),
    before: plain(named.get(footprint.before)!),
    parts: footprint.parts.map((each) => plain(named.get(each)!)),
    ended: footprint.ended,
    measures
  };
};

const filesOf = (key: string): { rows: number; csv: number; xlsx: number } => {
  const [csv, xlsx] = [publishedFile(`areas/${key}.csv`), publishedFile(`areas/${key}.xlsx`)];
  return { rows: csv.rows ?? 0, csv: csv.bytes, xlsx: xlsx.bytes };
};

/** A chart over time as it is prerendered. */
const drawn = (picture: Picture, file: SeriesFile, events: TimelineEvent[]) => {
  const description = describe(picture)
    .map(({ text }) => text)
    .join(' ');
  return prerenderTime(toSpec(picture, file, events, description));
};

export const load = ({ params }) => {
  const areas = readAreas();
  const named = new Map(areas.map((area) => [area.key, area]));
  const area = areas.find(({ slug, level }) => slug === params.area && level !== 'National');
  if (!area) error(404, 'There is no area of that name.');
  const region = area.region ? named.get(area.region) : undefined;

  const england = plain(named.get(ENGLAND)!);
  const footprint = footprintData(areas, named, area.key);
  const events = readEvents().filter(({ shown }) => shown);
  const headlines = HEADLINES.map((slug) => {
    const measure = measureOf(slug)!;
    const file = restrict(readSeries(slug), [ENGLAND, area.key], RATES);
    const levels = coverage(readSeries(slug), 'rate');
    return { measure, file, first: levels.find(({ level }) => level === 'authorities')?.first ?? '' };
  });
  const counts = HEADLINES.map((slug) => {
    const row = areaRow({ ...measureOf(slug)!, variants: [measureOf(slug)!.variants[1]!] }, readSeries(slug), area);
    return { slug, count: row?.value ?? '', when: row?.when ?? '' };
  });

  return {
    area: plain(area),
    england,
    region: region ? plain(region) : null,
    codes: area.codes,
    type: area.type ?? 'Region',
    formerNames: area.formerNames ?? [],
    began: area.began ? formatDate(area.began) : '',
    ended: area.ended ? formatDate(area.ended) : '',
    successors: area.successors.map((key) => plain(named.get(key)!)),
    predecessors: area.predecessors.map((key) => plain(named.get(key)!)),
    similar: similarTo(readSimilar(), area.key).map((key) => ({ key, name: named.get(key)!.name })),
    regions: regionsOf(area, areas).map(({ key, name }) => ({ key, name })),
    members: areas.filter(({ region, ended }) => region === area.key && !ended).map(plain),
    events,
    headlines,
    counts,
    files: filesOf(area.key),
    footprint,
    drawn: headlines.map(({ measure, file }) =>
      drawn(compose(file, measure, 'rate', england, [plain(area)]), file, events)
    ),
    drawnFootprint:
      footprint?.kind === 'sum'
        ? footprint.measures.map(({ measure, file, seam, rate }) =>
            drawn(footprintPicture(file, measure, england, footprint.area, rate, seam), file, events)
          )
        : [],
    measures: everyMeasure(area.slug, link),
    sections: authoritySections(area.slug, link)
  };
};
