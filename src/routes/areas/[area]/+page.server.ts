import { error } from '@sveltejs/kit';
import {
  ENGLAND,
  footprintOf,
  formatDate,
  inProse,
  similarTo,
  variantOf,
  type Area,
  type AreaRecord,
  type TimelineEvent
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { describeNext } from '#lib/server/currency.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';
import { filesForPage, readAreas, readEvents, readSeries, readSimilar } from '#lib/server/published.ts';
import { link } from '#lib/ui/link.ts';
import { combine, footprintArea, footprintPicture, seamOf, sidesOf } from '#lib/areas/footprint.ts';
import { aboutFigures } from '#lib/figures/time/about.ts';
import { firstMeasure } from './first-measure';
import { cardOf } from '#lib/areas/card.ts';
import { LIMITS_NOTE, RANK_NOTE } from '#lib/areas/notes.ts';
import { SIDE_NOTE } from '#lib/figures/year/area-result.ts';
import { describeHeadline, describeInterval, verdictOf } from '#lib/areas/verdict.ts';
import { shownCards } from './cards';
import { everyMeasure } from './every-measure';
import { store } from './figures-of-areas';
import { regionCouncils } from './region-councils';
import { authoritySections } from './sections';
import { sinceFirst, yearTables } from './year-tables';

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
    const own = sinceFirst(slug, plain(named.get(key)!), england);
    const told = own && aboutFigures(own, file);
    const picture = footprintPicture(file, measure, england, area, combined.rate, seam, sides);
    return [
      {
        slug,
        title: measure.title,
        dataSet: picture.variant.dataSet,
        seam,
        rate: combined.rate,
        sides,
        first: firstMeasure(picture, file, events, inProse(area), inProse(area), told)
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

/** What stands in the verdict's place where no rate of the newest year is held. */
const withoutVerdict = (area: AreaRecord): string => {
  const period = cardOf(store(), 'looked-after', area)?.period;
  return period ? `We have no rate of children looked after in ${inProse(area)} for March ${period}.` : '';
};

export const load = ({ params }) => {
  const areas = readAreas();
  const named = new Map(areas.map((area) => [area.key, area]));
  const area = areas.find(({ slug, level }) => slug === params.area && level !== 'National');
  if (!area) error(404, 'There is no area of that name.');
  const region = area.region ? named.get(area.region) : undefined;
  const verdict = verdictOf(store(), area);

  const england = plain(named.get(ENGLAND)!);
  // The page shows no sources of events and no reason for them.
  const events = readEvents()
    .filter(({ shown }) => shown)
    .map((event) => ({ ...event, why: '', source: { title: '', url: '' } }));
  const footprint = footprintData(areas, named, area.key, events);
  const similar = similarTo(readSimilar(), area.key);
  const sections = authoritySections(area.slug, link);
  return {
    pageFiles: filesForPage(...HEADLINES.map((slug) => `series/${slug}.json`)),
    area: plain(area),
    verdict: verdict ? describeHeadline(verdict, area) : withoutVerdict(area),
    // An area that has ended has no newer figures.
    next: area.ended ? '' : describeNext(),
    interval: verdict ? describeInterval(verdict).join(' ') : '',
    england,
    region: region ? plain(region) : null,
    codes: area.codes,
    type: area.type ?? 'Region',
    formerNames: area.formerNames ?? [],
    began: area.began ? formatDate(area.began) : '',
    ended: area.ended ? formatDate(area.ended) : '',
    successors: area.successors.map((key) => plain(named.get(key)!)),
    predecessors: area.predecessors.map((key) => plain(named.get(key)!)),
    similar,
    // As markup, so that the page's script is without it.
    notes: sections ? `<p class="small">${SIDE_NOTE} ${RANK_NOTE} ${LIMITS_NOTE}</p>` : '',
    events,
    cards: shownCards(plain(area), england, similar, events),
    councils: area.level === 'Regional' ? regionCouncils(area, link) : '',
    years: yearTables(plain(area), england),
    files: filesOf(area.key),
    footprint,
    measures: everyMeasure(area.slug, link),
    sections: sections && {
      similar: sections.similar,
      standsOut: sections.standsOut,
      around: sections.around,
      deprivation: sections.deprivation
    }
  };
};
