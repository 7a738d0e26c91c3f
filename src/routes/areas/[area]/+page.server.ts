import { error } from '@sveltejs/kit';
import {
  ENGLAND,
  footprintOf,
  formatDate,
  fullName,
  inProse,
  regionsOf,
  similarTo,
  variantOf,
  type Area,
  type AreaRecord,
  type Measure,
  type TimelineEvent,
  type Variant
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';
import { filesForPage, readAreas, readEstimates, readEvents, readSeries, readSimilar } from '#lib/server/published.ts';
import { link } from '#lib/ui/link.ts';
import { combine, footprintArea, footprintPicture, seamOf, sidesOf } from '#lib/areas/footprint.ts';
import { areaRow } from '#lib/series/area-rows.ts';
import { compose, coverage } from '#lib/figures/time/picture.ts';
import { firstMeasure } from './first-measure';
import { describeVerdict, verdictOf } from '#lib/areas/verdict.ts';
import { everyMeasure } from './every-measure';
import { store } from './figures-of-areas';
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
const footprintData = (
  areas: AreaRecord[],
  named: ReadonlyMap<string, AreaRecord>,
  key: string,
  events: TimelineEvent[]
) => {
  const footprint = footprintOf(areas, key);
  if (!footprint) return undefined;
  if (footprint.kind === 'mixed') {
    const of = (keys: readonly string[]) => keys.map((each) => plain(named.get(each)!));
    return { kind: footprint.kind, before: of(footprint.before), after: of(footprint.after), ended: footprint.ended };
  }
  const children = readSeries('children');
  const england = plain(named.get(ENGLAND)!);
  const area = footprintArea(footprint, named);
  const measures = HEADLINES.flatMap((slug) => {
    const measure = measureOf(slug)!;
    const file = readSeries(slug);
    const combined = combine(footprint, measure, file, children);
    if (!combined) return [];
    const seam = seamOf(footprint, named, variantOf(measure, 'rate')!.indicator);
    const sides = sidesOf(combined, file);
    const picture = footprintPicture(file, measure, england, area, combined.rate, seam, sides);
    return [
      {
        slug,
        title: measure.title,
        dataSet: picture.variant.dataSet,
        seam,
        rate: combined.rate,
        sides,
        first: firstMeasure(picture, file, events, inProse(area), inProse(area))
      }
    ];
  });
  return {
    kind: footprint.kind,
    area,
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

/** "285 children looked after at 31 March 2025."; empty where there is no count to show. */
const countOf = (area: AreaRecord, measure: Measure, variant: Variant): string => {
  const row = areaRow({ ...measure, variants: [variant] }, readSeries(measure.slug), area);
  return row?.value ? `${row.value} ${variant.noun?.[row.value === '1' ? 0 : 1]} at 31 March ${row.when}.` : '';
};

export const load = ({ params }) => {
  const areas = readAreas();
  const named = new Map(areas.map((area) => [area.key, area]));
  const area = areas.find(({ slug, level }) => slug === params.area && level !== 'National');
  if (!area) error(404, 'There is no area of that name.');
  const region = area.region ? named.get(area.region) : undefined;
  const verdict = verdictOf(store(), area);

  const england = plain(named.get(ENGLAND)!);
  const events = readEvents().filter(({ shown }) => shown);
  const footprint = footprintData(areas, named, area.key, events);
  const headlines = HEADLINES.map((slug) => {
    const measure = measureOf(slug)!;
    const file = readSeries(slug);
    const picture = compose(file, measure, 'rate', england, [plain(area)], readSeries('children'), () => ({
      areas,
      estimates: readEstimates(slug)
    }));
    const { title, variants } = measure;
    const held = picture.lines.some((line) => line.areaKey === area.key);
    const levels = coverage(file, 'rate');
    return {
      slug,
      title,
      dataSet: picture.variant.dataSet,
      /** The year in which figures of councils begin. */
      begins: levels.find(({ level }) => level === 'authorities')?.first ?? '',
      count: countOf(area, measure, variants[1]!),
      held: held ? { first: firstMeasure(picture, file, events, fullName(area)) } : undefined
    };
  });

  return {
    pageFiles: filesForPage(...HEADLINES.map((slug) => `series/${slug}.json`)),
    area: plain(area),
    verdict: verdict ? describeVerdict(verdict, area) : '',
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
    files: filesOf(area.key),
    footprint,
    measures: everyMeasure(area.slug, link),
    sections: authoritySections(area.slug, link)
  };
};
