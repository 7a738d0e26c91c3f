import type { Period, Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { yearBefore } from '#lib/series/changes.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { comparableAt, findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { testsOf, untestable, type Tested } from '#lib/series/tested-changes.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import type { Inputs } from './compute.ts';

/** What the tests of councils' changes from the year before say: by way of counting, then by area and year ("309/2025"). */
export type ChangesFile = Partial<Record<Variant['key'], Record<string, Tested>>>;

const FOLDER = 'changes/';

/** The name of a measure's changes among the files that are made of the tables: they are columns of files of areas, and fetched by no page. */
const changesName = (slug: string): string => `${FOLDER}${slug}.json`;

export const isChanges = (name: string): boolean => name.startsWith(FOLDER);

const testedFrom = (
  { series, areas }: Inputs,
  slug: string,
  variant: Variant,
  estimates: EstimatesFile | undefined
): Record<string, Tested> => {
  const [file, bases] = [series.get(slug)!, series.get(variant.denominator!.measure)];
  const found = areas
    .filter((area) => !untestable(area))
    .flatMap(({ key }) => {
      const line = slice(file, variant.key, key)[0];
      return (line?.points ?? []).flatMap(({ period }): [string, Period, Tested][] => {
        const to = findPoint(line!, period)!;
        const from = to.value === null ? undefined : comparableAt(line!, to, yearBefore(period));
        if (!from) return [];
        return [[key, period, testsOf({ file, bases, variant, areas, estimates }, from.period, period).of(key, from)]];
      });
    });
  return Object.fromEntries(found.map(([key, period, tested]) => [`${key}/${period}`, tested]));
};

/** The tested changes of every measure from year to year, by name. `estimates` are the files of estimates by name. */
export const changesFiles = (inputs: Inputs, estimates: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(
    CATALOGUE.flatMap(({ slug, variants }) => {
      const tested = variants.filter(isEstimated);
      const text = estimates.get(`estimates/${slug}.json`);
      if (!tested.length || !text) return [];
      const file = JSON.parse(text) as EstimatesFile;
      const found = tested.map((variant) => [variant.key, testedFrom(inputs, slug, variant, file)] as const);
      return [[changesName(slug), JSON.stringify(Object.fromEntries(found))] as const];
    })
  );
