import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { LONDON } from '#lib/domain/index.ts';
import type { Problem } from '#lib/screening/problem.ts';
import type { DataSet } from '../read/data-set.ts';
import { numberOf, type ReadTables } from '../read/rows.ts';

/** How far the authorities' looked after children may add up from England's: the distance the published figures have. */
const FAR = { share: 0.0013, children: 10, since: '2018' } as const;

/** What the parts of a region's figure are rounded to where it was added up of them and lineage.csv states no rounding. */
const OF_PARTS = 10;

const counted = (dataSet: DataSet): string[] => {
  const variants = CATALOGUE.flatMap((measure) => measure.variants).filter(
    ({ key, dataSet: name }) => name === dataSet.name && (key === 'number' || key === 'started')
  );
  return [...new Set(variants.flatMap(({ indicator, lines }) => lines?.map((line) => line.indicator) ?? [indicator]))];
};

/** London is Inner and Outer London together, within what rounding each of the three leaves open. */
export const halvesOfLondon = (dataSet: DataSet, tables: ReadTables): Problem[] => {
  const rows = new Map(
    dataSet.table.rows.map((row) => [`${row.region_code}/${row.old_la_code}/${row.time_period}`, row])
  );
  const years = [...new Set(dataSet.table.rows.map((row) => row.time_period ?? ''))];
  const rounded = (column: string, year: string): number => {
    const runs = tables
      .get('lineage.csv')!
      .rows.filter(
        (run) =>
          run.data_set === dataSet.name &&
          run.indicator === column &&
          run.geographic_level === 'Regional' &&
          (run.first_period ?? '') <= year &&
          year <= (run.last_period ?? '')
      );
    const dp = Number(dataSet.columns.find(({ col_name }) => col_name === column)?.indicator_dp);
    return Math.max(
      10 ** -dp,
      ...runs.map(({ rounding, source }) => Number(rounding || (source === 'derived' ? OF_PARTS : 0)))
    );
  };
  return counted(dataSet).flatMap((column) =>
    years.flatMap((year): Problem[] => {
      const at = (region: string) => numberOf(rows.get(`${region}//${year}`)?.[column]);
      const [whole, inner, outer] = [at(LONDON.whole), at(LONDON.inner), at(LONDON.outer)];
      if (whole === undefined || inner === undefined || outer === undefined) return [];
      const open = rounded(column, year) * 1.5;
      if (Math.abs(whole - inner - outer) <= open + 1e-6) return [];
      const expected = `in ${year} is not Inner and Outer London together, ${inner} and ${outer}, within ${open}`;
      return [{ file: dataSet.table.file, column, found: `London's ${whole}`, expected }];
    })
  );
};

/** Authorities' children looked after add up to England's: within 0.13% in every year, within 10 children from 2018. */
export const authoritiesAddUp = (tables: ReadTables): Problem[] => {
  const table = tables.get('children_looked_after.csv')!;
  const column = 'looked_after_31_march';
  const sums = new Map<string, number>();
  const england = new Map<string, number>();
  for (const row of table.rows) {
    const year = row.time_period ?? '';
    const value = numberOf(row[column]) ?? 0;
    if (row.geographic_level === 'Local authority') sums.set(year, (sums.get(year) ?? 0) + value);
    if (row.geographic_level === 'National') england.set(year, value);
  }
  return [...sums].flatMap(([year, sum]): Problem[] => {
    const whole = england.get(year) ?? 0;
    const far = year >= FAR.since ? FAR.children : whole * FAR.share;
    if (Math.abs(sum - whole) <= far) return [];
    const found = `the authorities' ${sum} together in ${year}`;
    return [{ file: table.file, column, found, expected: `is not England's ${whole}, within ${Math.round(far)}` }];
  });
};

/** Lines of spending whose figures of England and regions are sums of authorities, by lineage.csv from nowhere else. */
export const SUMMED: Readonly<{ dataSet: string; columns: readonly string[]; last: string; pounds: number }> = {
  dataSet: 'spending',
  columns: [
    'social_care_net',
    'looked_after_net',
    'residential_gross',
    'fostering_gross',
    'social_work_gross',
    'total_net'
  ],
  last: '2019',
  /** How many pounds the sum of authorities in whole pounds may be off. */
  pounds: 10
};

/** Those lines add up: England's is the sum of its authorities'. */
export const spendingAddsUp = (tables: ReadTables): Problem[] => {
  const table = tables.get(`${SUMMED.dataSet}.csv`);
  const years = new Map<string, Record<string, string>[]>();
  for (const row of table?.rows ?? [])
    if ((row.time_period ?? '') <= SUMMED.last && row.geographic_level !== 'Regional') {
      const known = years.get(row.time_period ?? '');
      if (known) known.push(row);
      else years.set(row.time_period ?? '', [row]);
    }
  return [...years].flatMap(([year, rows]) =>
    SUMMED.columns.flatMap((column): Problem[] => {
      const england = numberOf(rows.find((row) => row.geographic_level === 'National')?.[column]);
      if (england === undefined) return [];
      const sum = rows.reduce(
        (total, row) => total + (row.geographic_level === 'National' ? 0 : (numberOf(row[column]) ?? 0)),
        0
      );
      if (Math.abs(sum - england) <= SUMMED.pounds) return [];
      const expected = `in ${year} is not England's ${england}, within ${SUMMED.pounds}`;
      return [{ file: `${SUMMED.dataSet}.csv`, column, found: `the authorities' ${sum} together`, expected }];
    })
  );
};
