import type { Measure, Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { REPORTING_YEAR } from '#lib/screening/time.ts';
import { DATA_SET_TEXTS } from '../read/data-set-titles.ts';
import { dataSetsOf, unitOf, type DataSet } from '../read/data-set.ts';
import type { Tables } from '../read/table.ts';

const file = 'src/lib/domain/catalogue';

/** The unit that the data must have for a variant of a key. */
const unitFor = ({ key }: Variant): string =>
  key === 'rate' ? 'per 10,000 children' : key === 'percent' ? '%' : key === 'amount' ? '£' : 'number';

/** Every measure of the catalogue points at columns that are there, with their unit and decimal places; every data set has its words. */
export const checkCatalogue = (tables: Tables, catalogue: readonly Measure[] = CATALOGUE): Problem[] => {
  const dataSets = new Map(dataSetsOf(tables).map((dataSet) => [dataSet.name, dataSet]));
  const ofVariants = catalogue.flatMap((measure) =>
    measure.variants.flatMap((variant) =>
      variantFaults(variant, dataSets.get(variant.dataSet)).map(([found, expected]): Problem => ({
        file,
        column: `${measure.slug}, ${variant.key}`,
        found,
        expected
      }))
    )
  );
  const slugs = catalogue.map(({ slug }) => slug);
  const again = slugs
    .filter((slug, index) => slugs.indexOf(slug) !== index)
    .map((slug): Problem => ({ file, column: slug, found: 'the slug', expected: 'stands twice' }));
  const wordless = [...dataSets.keys()]
    .filter((name) => !DATA_SET_TEXTS[name])
    .map((name): Problem => ({
      file: 'src/pipeline/read/data-set-titles.ts',
      column: name,
      found: 'the title',
      expected: 'is missing'
    }));
  return [...ofVariants, ...again, ...wordless];
};

const variantFaults = (variant: Variant, dataSet: DataSet | undefined): [found: string, expected: string][] => {
  if (!dataSet) return [[variant.dataSet, 'is not a data set']];
  const columnOf = (name: string) => dataSet.columns.find(({ col_name }) => col_name === name);
  const faults: [string, string][] = [];

  for (const name of variant.lines?.map(({ indicator }) => indicator) ?? [variant.indicator]) {
    const column = columnOf(name);
    if (column?.col_type !== 'Indicator') {
      faults.push([name, `is not an indicator of ${dataSet.name}`]);
      continue;
    }
    if (Number(column.indicator_dp) !== variant.dp) {
      faults.push([
        `${variant.dp} decimal places`,
        `is not what ${dataSet.name} has for ${name}, expected ${column.indicator_dp}`
      ]);
    }
    if (unitOf(column) !== unitFor(variant)) {
      faults.push([
        `the unit "${variant.unit}"`,
        `does not fit ${name} of ${dataSet.name}, whose unit is ${unitOf(column)}`
      ]);
    }
  }
  if (variant.lines && variant.lines[0]?.indicator !== variant.indicator) {
    faults.push([variant.indicator, `is not the first of the lines, expected ${variant.lines[0]?.indicator}`]);
  }
  if (variant.printed && columnOf(variant.printed.indicator)?.col_type !== 'Indicator') {
    faults.push([variant.printed.indicator, `is not an indicator of ${dataSet.name}`]);
  }
  if (variant.filter && columnOf(variant.filter)?.col_type !== 'Filter') {
    faults.push([variant.filter, `is not a filter of ${dataSet.name}`]);
  }
  const filters = dataSet.columns.filter(({ col_type }) => col_type === 'Filter');
  if (!variant.filter && filters.length) {
    faults.push(['no filter', `is chosen where ${dataSet.name} has one, expected ${filters[0]?.col_name}`]);
  }
  const monthly = dataSet.table.rows.every((row) => row.time_identifier !== REPORTING_YEAR);
  if (monthly !== (variant.timing === 'month')) {
    faults.push([
      `the timing "${variant.timing}"`,
      `does not fit ${dataSet.name}, whose periods are ${monthly ? 'months' : 'years'}`
    ]);
  }
  return faults;
};
