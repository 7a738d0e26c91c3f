import { escape, from, op, table, type ColumnTable } from 'arquero';
import {
  AUTHORITY_MEASURES,
  SERIES,
  SIDES,
  ratioOf,
  type AreaChange,
  type AuthorityMeasure,
  type BeforeAfter,
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
  compareRatios,
  sumOf,
  type Count
} from '#lib/statistics/change.ts';
import { rowsOf, type Tables } from '../../read/table.ts';
import { ASYLUM, YEARS, areaCounts, isSuppressed, sumsOfMembers, type AreaCount } from './counts.ts';
import { fifthsByDeprivation } from './deprivation.ts';

const HARINGEY = '309';

type Figures = (indicator: string, year: number) => Count | undefined;

const all = (counts: (Count | undefined)[]): Count[] | undefined =>
  counts.every((each) => each !== undefined) ? counts : undefined;

const twoSides = (before: Count, after: Count, base: number | undefined): TwoSides => ({
  before,
  after,
  change: changeBetween(before, after),
  ...(before.value > 0 ? { percent: percentBetween(before.value, after.value) } : {}),
  ...(base ? { index: { before: (before.value / base) * 100, after: (after.value / base) * 100 } } : {})
});

const sidesOf = (at: Figures, measure: AuthorityMeasure): TwoSides | undefined => {
  const { column } = SERIES[measure];
  const before = all(SIDES.before.map((year) => at(column, year)));
  const after = all(SIDES.after.map((year) => at(column, year)));
  if (!before || !after) return undefined;
  return twoSides(meanOf(before), meanOf(after), at(column, 2008)?.value);
};

/** Those of the measures that have two sides. */
const byMeasure = (find: (measure: AuthorityMeasure) => TwoSides | undefined): AreaChange['sides'] =>
  Object.fromEntries(
    AUTHORITY_MEASURES.flatMap((measure) => {
      const found = find(measure);
      return found ? [[measure, found]] : [];
    })
  );

const changeOf = (key: string, name: string, at: Figures): AreaChange => {
  const sides = byMeasure((measure) => sidesOf(at, measure));
  const [before, after] = [at('started', 2008), at('started', 2010)];
  return {
    key,
    name,
    sides,
    ...(before && after ? { starts: { before, after, direction: changeBetween(before, after).direction } } : {})
  };
};

/** A council's change in starts against that of all councils together; undefined without both sides. */
const comparedWith = (sides: TwoSides | undefined, ratio: number): AreaChange['comparedToAll'] => {
  if (!sides || sides.before.value === 0) return undefined;
  const [before, after] = [scale(sides.before, 3), scale(sides.after, 3)];
  return { near: compareRatios(before, after, ratio, NEAR), far: compareRatios(before, after, ratio, FAR) };
};

type WideRow = { area: string; name: string } & Record<string, unknown>;

/** The change of every area of `areaCounts`, made wide first: one row an area, one column an indicator and year. */
const changesOf = (counts: ColumnTable): AreaChange[] => {
  const wide = counts.groupby('area', 'name').pivot(['indicator', 'year'], 'count').objects() as WideRow[];
  return wide.map((row) =>
    changeOf(row.area, row.name, (indicator, year) => row[`${indicator}_${year}`] as Count | undefined)
  );
};

interface Covered {
  area: string;
  first: number;
  last: number;
  suppressed: boolean;
}

/** The first and last year of each authority, and whether one of its counts is suppressed. */
const coverageOf = (authorities: ColumnTable): ReadonlyMap<string, Covered> => {
  const measured: readonly string[] = AUTHORITY_MEASURES.map((measure) => SERIES[measure].column);
  const rows = authorities
    .derive({
      suppressed: escape(({ indicator, cell }: AreaCount) => measured.includes(indicator) && isSuppressed(cell))
    })
    .groupby('area')
    .rollup({ first: op.min('year'), last: op.max('year'), suppressed: op.max('suppressed') })
    .objects() as Covered[];
  return new Map(rows.map((row) => [row.area, row]));
};

/** Why an authority lacks a side, in plain words. */
const whyNot = ({ first, last, suppressed }: Covered): string | undefined => {
  if (last < SIDES.after.at(-1)!) return `figures end in ${last}`;
  if (first > SIDES.before[0]) return `figures begin in ${first}`;
  return suppressed ? 'a figure is not published, so that no child can be identified' : undefined;
};

/** The sums of all authorities that have the six years of a measure. */
const togetherOf = (changes: AreaChange[], counts: ColumnTable): BeforeAfter['together'] => {
  const march2008 = (counts.objects() as AreaCount[]).filter(({ year }) => year === 2008);
  return Object.fromEntries(
    AUTHORITY_MEASURES.map((measure) => {
      const members = changes.flatMap(({ key, sides: { [measure]: sides } }) => (sides ? [{ key, sides }] : []));
      const keys = new Set(members.map(({ key }) => key));
      const base = march2008
        .filter(({ area, indicator }) => indicator === SERIES[measure].column && keys.has(area))
        .reduce((sum, { count }) => sum + (count?.value ?? 0), 0);
      const [before, after] = [
        sumOf(members.map(({ sides }) => sides.before)),
        sumOf(members.map(({ sides }) => sides.after))
      ];
      return [measure, { ...twoSides(before, after, base), authorities: members.length }];
    })
  ) as BeforeAfter['together'];
};

/** Every authority with a figure from 2006 to 2012, in order of name, and all of them together. */
export const authoritiesOf = (tables: Tables): Pick<BeforeAfter, 'authorities' | 'together'> => {
  const regions = new Map(rowsOf(tables, 'local_authorities.csv').map((row) => [row.old_la_code!, row.region_code!]));
  const counts = areaCounts(tables, 'Local authority');
  const coverage = coverageOf(counts);
  const changes = changesOf(counts).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const fifths = fifthsByDeprivation(
    tables,
    changes.filter(({ sides }) => sides.started).map(({ key }) => key)
  );
  const together = togetherOf(changes, counts);
  const ratio = ratioOf(together.started);
  const authorities = changes.map((change) => {
    const { key, sides } = change;
    const comparedToAll = comparedWith(sides.started, ratio);
    const why = Object.keys(sides).length < AUTHORITY_MEASURES.length ? whyNot(coverage.get(key)!) : undefined;
    const fifth = fifths.get(key);
    return {
      ...change,
      ...(comparedToAll ? { comparedToAll } : {}),
      region: regions.get(key)!,
      ...(why ? { why } : {}),
      ...(fifth ? { fifth } : {})
    };
  });
  return { authorities, together };
};

interface SummedMeasure {
  area: string;
  indicator: string;
  years: number[];
  names: string[][];
}

/**
 * Regions, London and its halves among them. Where a region's figure is not published as that of an authority is held back, it is
 * the sum of its authorities, with what the one held back leaves open.
 */
export const regionsOf = (tables: Tables): AreaChange[] => {
  const regions = areaCounts(tables, 'Regional');
  const place = ['area', 'indicator', 'year'];
  const sums = sumsOfMembers(areaCounts(tables, 'Local authority'));
  const missing = regions
    .filter(escape(({ count }: AreaCount) => !count))
    .select('area', 'name', 'indicator', 'year')
    .join(sums, [place, place]);
  const summed = missing
    .orderby('year')
    .groupby('area', 'indicator')
    .rollup({ years: op.array_agg('year'), names: op.array_agg('names') })
    .objects() as SummedMeasure[];
  const known = regions.antijoin(missing, [place, place]).concat(missing);
  return changesOf(known)
    .map(({ key, name, sides }) => {
      const suppressed = AUTHORITY_MEASURES.flatMap((measure) => {
        const found = summed.find(({ area, indicator }) => area === key && indicator === SERIES[measure].column);
        return sides[measure] && found
          ? [{ measure, years: found.years, authorities: [...new Set(found.names.flat())] }]
          : [];
      });
      return { key, name, sides, ...(suppressed.length ? { suppressed } : {}) };
    })
    .sort((a, b) => a.key.localeCompare(b.key));
};

interface FifthRow {
  fifth: number;
  authorities: number;
  sides: AreaChange['sides'][];
}

/** Fifths of authorities by deprivation: the sums of their means, for the measures that all of them hold. */
export const fifthsOf = (authorities: AreaChange[]): (AreaChange & { authorities: number })[] => {
  const fifths = from(authorities.flatMap(({ fifth, sides }) => (fifth ? [{ fifth, sides }] : [])))
    .groupby('fifth')
    .rollup({ authorities: op.count(), sides: op.array_agg('sides') })
    .orderby('fifth')
    .objects() as FifthRow[];
  return fifths.map(({ fifth, authorities: members, sides }) => ({
    key: String(fifth),
    name: `Fifth ${fifth}`,
    sides: byMeasure((measure) => {
      const own = sides.flatMap((each) => each[measure] ?? []);
      if (own.length < members) return undefined;
      return twoSides(sumOf(own.map(({ before }) => before)), sumOf(own.map(({ after }) => after)), undefined);
    }),
    authorities: members
  }));
};

interface HaringeyRow {
  year: number;
  looked_after_31_march?: Count;
  started?: Count;
  [ASYLUM]?: Count;
}

/** Haringey year by year, with asylum-seeking children left in and taken out while both are held. */
export const haringeyOf = (tables: Tables): Followed[] => {
  const byYear = areaCounts(tables, 'Local authority')
    .filter(escape(({ area }: AreaCount) => area === HARINGEY))
    .groupby('year')
    .pivot('indicator', 'count');
  const rows = table({ year: [...YEARS] })
    .join_left(byYear, 'year')
    .objects() as HaringeyRow[];
  return rows.map(({ year, looked_after_31_march: lookedAfter, [ASYLUM]: asylum, started }) => ({
    year,
    ...(lookedAfter ? { lookedAfter } : {}),
    ...(asylum ? { asylum } : {}),
    ...(lookedAfter && asylum ? { without: differenceOf(asylum, lookedAfter) } : {}),
    ...(started ? { started } : {})
  }));
};
