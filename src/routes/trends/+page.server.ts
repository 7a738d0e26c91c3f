import { CATALOGUE, ENGLAND, GROUPS, formatNumber, formatPeriod } from '$lib/domain';
import { spark } from '$lib/charts/spark';
import { latest } from '$lib/series/compare';
import { slice } from '$lib/series/slice';
import { readSeries } from '$lib/server/published';
import { coverage } from '$lib/views/picture';

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
