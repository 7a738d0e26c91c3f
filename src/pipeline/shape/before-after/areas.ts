import {
  AUTHORITY_MEASURES,
  SERIES,
  SIDES,
  type AreaChange,
  type AuthorityMeasure,
  type Followed,
  type TwoSides
} from '#lib/statistics/before-after.ts';
import {
  FAR,
  NEAR,
  changeBetween,
  differenceOf,
  meanOf,
  percentBetween,
  scale,
  standingOf,
  sumOf,
  type Count
} from '#lib/statistics/change.ts';
import { liesIn } from '#lib/screening/geography.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { roundedTo } from '#lib/statistics/rounding.ts';
import { numberOf } from '../../read/rows.ts';
import { rowsOf, type Tables } from '../../read/table.ts';

type Row = Record<string, string>;

const SET = 'children_looked_after';
const YEARS = [...SIDES.before, 2009, ...SIDES.after];
const HARINGEY = '309';

/** What a figure was rounded to, by level, indicator and year, from the lineage. */
const roundingOf = (tables: Tables, level: string) => {
  const runs = rowsOf(tables, 'lineage.csv').filter(
    (row) => row.data_set === SET && row.geographic_level === level && row.rounding
  );
  return (indicator: string, year: number): number => {
    const run = runs.find(
      (row) => row.indicator === indicator && Number(row.first_period) <= year && year <= Number(row.last_period)
    );
    return Number(run?.rounding ?? 1);
  };
};

type Figures = (indicator: string, year: number) => Count | undefined;

/** The figures of each area of a level, with what rounding leaves open. */
const figuresOf = (
  tables: Tables,
  level: string,
  keyColumn: string
): Map<string, { name: string; at: Figures; rows: Row[] }> => {
  const rounding = roundingOf(tables, level);
  const byKey = new Map<string, Row[]>();
  for (const row of rowsOf(tables, `${SET}.csv`)) {
    if (row.geographic_level !== level) continue;
    const key = row[keyColumn]!;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return new Map(
    [...byKey].map(([key, rows]) => [
      key,
      {
        name: rows[0]!.la_name || rows[0]!.region_name!,
        rows,
        at: (indicator, year) => {
          const value = numberOf(rows.find((row) => row.time_period === String(year))?.[indicator]);
          return value === undefined ? undefined : roundedTo(value, rounding(indicator, year));
        }
      }
    ])
  );
};

const all = (counts: (Count | undefined)[]): Count[] | undefined =>
  counts.every((each) => each !== undefined) ? counts : undefined;

const sidesOf = (at: Figures, measure: AuthorityMeasure): TwoSides | undefined => {
  const { column } = SERIES[measure];
  const before = all(SIDES.before.map((year) => at(column, year)));
  const after = all(SIDES.after.map((year) => at(column, year)));
  if (!before || !after) return undefined;
  return twoSides(meanOf(before), meanOf(after), at(column, 2008)?.value);
};

const twoSides = (before: Count, after: Count, base: number | undefined): TwoSides => ({
  before,
  after,
  change: changeBetween(before, after),
  ...(before.value > 0 ? { percent: percentBetween(before.value, after.value) } : {}),
  ...(base ? { index: { before: (before.value / base) * 100, after: (after.value / base) * 100 } } : {})
});

const changeOf = (key: string, name: string, at: Figures, ratio: number): AreaChange => {
  const sides = Object.fromEntries(
    AUTHORITY_MEASURES.flatMap((measure) => {
      const found = sidesOf(at, measure);
      return found ? [[measure, found]] : [];
    })
  ) as AreaChange['sides'];
  const [before, after] = [at('started', 2008), at('started', 2010)];
  const three = sides.started;
  return {
    key,
    name,
    sides,
    ...(before && after ? { starts: { before, after, direction: changeBetween(before, after).direction } } : {}),
    ...(three && three.before.value > 0
      ? {
          standing: {
            near: standingOf(scale(three.before, 3), scale(three.after, 3), ratio, NEAR),
            far: standingOf(scale(three.before, 3), scale(three.after, 3), ratio, FAR)
          }
        }
      : {})
  };
};

/** Why an authority lacks a side, in plain words. */
const whyNot = (rows: Row[]): string | undefined => {
  const held = YEARS.filter((year) => rows.some((row) => row.time_period === String(year)));
  if (held.at(-1)! < SIDES.after.at(-1)!) return `figures end in ${held.at(-1)}`;
  if (held[0]! > SIDES.before[0]) return `figures begin in ${held[0]}`;
  const cells = rows.filter((row) => YEARS.includes(Number(row.time_period)));
  const hidden = cells.some((row) => AUTHORITY_MEASURES.some((each) => row[SERIES[each].column] === 'c'));
  return hidden ? 'a figure is not published, so that no child can be identified' : undefined;
};

/** Score of the Index of Multiple Deprivation 2019 of an authority; of one that had ended by then, that of 2015. */
const deprivation = (tables: Tables): Map<string, number> => {
  const scores = new Map<string, number>();
  for (const edition of ['2015', '2019'])
    for (const row of rowsOf(tables, 'deprivation.csv')) {
      const score = numberOf(row.imd_average_score);
      if (row.edition === edition && score !== undefined) scores.set(row.old_la_code!, score);
    }
  return scores;
};

/** Every authority with a figure from 2006 to 2012, in order of name. `ratio` is England's, of starts. */
export const authoritiesOf = (tables: Tables, ratio: number): AreaChange[] => {
  const regions = new Map(rowsOf(tables, 'local_authorities.csv').map((row) => [row.old_la_code!, row.region_code!]));
  const areas = [...figuresOf(tables, 'Local authority', 'old_la_code')].filter(([, { rows }]) =>
    rows.some((row) => YEARS.includes(Number(row.time_period)))
  );
  const scores = deprivation(tables);
  const changes = areas
    .map(([key, { name, at, rows }]) => {
      const found = changeOf(key, name, at, ratio);
      const why = Object.keys(found.sides).length < AUTHORITY_MEASURES.length ? whyNot(rows) : undefined;
      return { ...found, region: regions.get(key)!, ...(why ? { why } : {}) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const ranked = changes
    .filter(({ key, sides }) => sides.started && scores.has(key))
    .sort((a, b) => scores.get(a.key)! - scores.get(b.key)!)
    .map(({ key }) => key);
  return changes.map((each) => {
    const at = ranked.indexOf(each.key);
    return at < 0 ? each : { ...each, fifth: Math.floor((at * 5) / ranked.length) + 1 };
  });
};

/** Whether a cell is of a small count that its publisher held back: of 1 to 5 children. */
const isSuppressed = (cell: string | undefined): boolean => cell === 'c';

/**
 * The sum of an area's authorities in a year, where each figure is published or held back as a small count: each of these is 1 to
 * 5 children. Undefined where none is held back, as the area's own figure is published then, and where one is not held.
 */
const sumOfMembers = (
  members: Row[],
  indicator: string,
  year: number
): (Count & { suppressed: string[] }) | undefined => {
  const rows = members.filter((row) => row.time_period === String(year));
  const hidden = rows.filter((row) => isSuppressed(row[indicator]));
  const known = rows.map((row) => numberOf(row[indicator])).filter((value) => value !== undefined);
  if (!hidden.length || known.length + hidden.length < rows.length) return undefined;
  const sum = known.reduce((total, value) => total + value, 0);
  const [low, high] = [sum + SUPPRESSED.least * hidden.length, sum + SUPPRESSED.most * hidden.length];
  return { value: (low + high) / 2, low, high, suppressed: hidden.map((row) => row.la_name!) };
};

/**
 * Regions, London and its halves among them. Where a region's figure is not published as that of an authority is held back, it is
 * the sum of its authorities, with what the one held back leaves open.
 */
export const regionsOf = (tables: Tables, ratio: number): AreaChange[] => {
  const rows = rowsOf(tables, `${SET}.csv`).filter((row) => row.geographic_level === 'Local authority');
  return [...figuresOf(tables, 'Regional', 'region_code')]
    .map(([key, { name, at }]) => {
      const members = rows.filter((row) => row.region_code! && liesIn(row.region_code!, key));
      const summed = (indicator: string, year: number) => sumOfMembers(members, indicator, year);
      const { sides } = changeOf(key, name, (indicator, year) => at(indicator, year) ?? summed(indicator, year), ratio);
      const suppressed = AUTHORITY_MEASURES.flatMap((measure) => {
        const { column } = SERIES[measure];
        const years = YEARS.filter((year) => !at(column, year) && summed(column, year));
        return sides[measure] && years.length
          ? [{ measure, years, authorities: [...new Set(years.flatMap((year) => summed(column, year)!.suppressed))] }]
          : [];
      });
      return { key, name, sides, ...(suppressed.length ? { suppressed } : {}) };
    })
    .sort((a, b) => a.key.localeCompare(b.key));
};

/** Fifths of authorities by deprivation: the sums of their means, for the measures that all of them hold. */
export const fifthsOf = (authorities: AreaChange[]): (AreaChange & { authorities: number })[] =>
  [1, 2, 3, 4, 5].map((fifth) => {
    const members = authorities.filter((each) => each.fifth === fifth);
    const sum = (measure: AuthorityMeasure): TwoSides | undefined => {
      const own = members.flatMap(({ sides }) => sides[measure] ?? []);
      if (own.length < members.length) return undefined;
      return twoSides(sumOf(own.map(({ before }) => before)), sumOf(own.map(({ after }) => after)), undefined);
    };
    const sides = Object.fromEntries(
      AUTHORITY_MEASURES.flatMap((measure) => {
        const found = sum(measure);
        return found ? [[measure, found]] : [];
      })
    ) as AreaChange['sides'];
    return { key: String(fifth), name: `Fifth ${fifth}`, sides, authorities: members.length };
  });

/** Haringey year by year, with asylum-seeking children left in and taken out while both are held. */
export const haringeyOf = (tables: Tables): Followed[] => {
  const { at } = figuresOf(tables, 'Local authority', 'old_la_code').get(HARINGEY)!;
  return YEARS.map((year) => {
    const [lookedAfter, asylum, started] = [
      at('looked_after_31_march', year),
      at('asylum_seeking_31_march', year),
      at('started', year)
    ];
    return {
      year,
      ...(lookedAfter ? { lookedAfter } : {}),
      ...(asylum ? { asylum } : {}),
      ...(lookedAfter && asylum ? { without: differenceOf(asylum, lookedAfter) } : {}),
      ...(started ? { started } : {})
    };
  });
};
