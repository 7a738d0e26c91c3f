import type { Area, AreaRecord, EventKind, TimelineEvent } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { shapeAreas } from './areas.ts';
import { shapePostcodes } from './postcodes.ts';
import { childrenByYear, shapeSeries } from './series.ts';
import { shapeSimilar } from './similar.ts';
import { rowsOf, type Tables } from '../read/table.ts';
import { shapeTiles } from './tiles.ts';

export { shapeAreas, shapeSeries };

/** The events of the timeline in order of time. */
const shapeEvents = (tables: Tables): TimelineEvent[] =>
  rowsOf(tables, 'events.csv')
    .map((row) => ({
      id: row.id!,
      date: row.date!,
      short: row.short!,
      event: row.event!,
      kind: row.kind as EventKind,
      shown: row.default === 'yes',
      why: row.why_it_matters!,
      source: { title: row.source_title!, url: row.source_url! }
    }))
    .sort((a, b) => a.date.localeCompare(b.date));

/** What a picker needs of an area, and no more. */
const toIndexEntry = ({
  key,
  code,
  name,
  level,
  slug,
  region,
  ended,
  began,
  formerNames,
  codes
}: AreaRecord): Area => ({
  key,
  code,
  name,
  level,
  slug,
  ...(region ? { region } : {}),
  ...(ended ? { ended } : {}),
  ...(began ? { began } : {}),
  ...(formerNames ? { formerNames } : {}),
  ...(codes.length > 1 ? { formerCodes: codes.slice(1).map((each) => each.code) } : {})
});

/** The files the site's pages are built on: one series file a measure, the areas, the events, similar authorities. */
export const publishShapes = (tables: Tables): Map<string, string> => {
  const areas = shapeAreas(tables);
  const files = new Map<string, string>();
  const add = (path: string, value: unknown) => files.set(path, JSON.stringify(value) + '\n');
  add('areas.json', areas.map(toIndexEntry));
  add('areas-full.json', areas);
  add('events.json', shapeEvents(tables));
  add('tiles.json', shapeTiles(tables));
  add('similar.json', shapeSimilar(tables));
  add('postcodes.json', shapePostcodes(tables));
  const children = childrenByYear(tables);
  for (const measure of CATALOGUE) add(`series/${measure.slug}.json`, shapeSeries(measure, tables, areas, children));
  return files;
};
