import { ENGLAND, GROUPS, formatNumber, formatPeriod } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { spark } from '#lib/drawing/spark.ts';
import { latest } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { readSeries } from '#lib/server/published.ts';
import { coverage } from '#lib/figures/time/picture.ts';

export const load = () => ({
  groups: GROUPS.map((group) => ({
    group,
    measures: CATALOGUE.filter((measure) => measure.group === group).map((measure) => {
      const variant = measure.variants[0];
      const file = readSeries(measure.slug);
      const lines = slice(file, variant.key, ENGLAND);
      const single = lines.length === 1 ? lines[0] : undefined;
      const point = single && latest(single);
      return {
        slug: measure.slug,
        title: measure.title,
        definition: measure.definition,
        spark: spark(
          lines.map((line) => ({ ...line, slot: 'mine' })),
          variant.timing
        ),
        figure: point
          ? `${formatNumber(point.value!, variant.dp)}${variant.unit === '%' ? '%' : variant.key === 'rate' ? ' per 10,000' : ''}, ${formatPeriod(point.period)}`
          : '',
        levels: coverage(file, variant.key).map(
          ({ level, first, last }) => `${level} ${first === last ? first : `${first} to ${last}`}`
        )
      };
    })
  }))
});
