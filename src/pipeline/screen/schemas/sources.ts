import { EVENT_KINDS, LEVELS, ordinal } from '#lib/domain/index.ts';
import { quote } from '#lib/screening/problem.ts';
import * as is from '../cell-types.ts';
import type { References } from '../references.ts';
import { inOrder, indicatorIsThere, namedAuthorities, precisionFits } from '../row-tests.ts';
import type { Schema } from '../schema.ts';

/** The schemas of the files that say where things come from: publications, the figures of each, and dated events. */
export const schemasOfSources = (to: References): Schema[] => {
  const dataSet = is.keyOf(to.dataSets, 'a data set');
  const level = is.oneOf(LEVELS);
  const authority = is.keyOf(to.authorities, 'the three-digit code of an authority');
  return [
    {
      file: 'lineage.csv',
      key: [
        'data_set',
        'indicator',
        'geographic_level',
        'old_la_codes',
        'first_period',
        'last_period',
        'source',
        'note'
      ],
      columns: {
        data_set: dataSet,
        indicator: is.text,
        geographic_level: level,
        old_la_codes: is.optional(is.listOf(authority)),
        first_period: is.period,
        last_period: is.period,
        periods_held: is.integer,
        rounding: is.optional(is.number),
        source: is.keyOf(to.sources, 'a source of sources.csv'),
        note: is.anything
      },
      between: (row) => {
        const faults = [
          ...inOrder(row, 'first_period', 'last_period'),
          ...indicatorIsThere(row, to),
          ...namedAuthorities(row, to)
        ];
        const span = ordinal(row.last_period ?? '') - ordinal(row.first_period ?? '') + 1;
        const held = Number(row.periods_held);
        if (!faults.length && (held < 1 || held > span)) {
          faults.push(['periods_held', quote(row.periods_held ?? ''), `is not from 1 to the ${span} of the run`]);
        }
        return faults;
      }
    },
    {
      file: 'sources.csv',
      key: ['source'],
      columns: {
        source: is.slug,
        title: is.text,
        publisher: is.text,
        published: is.published,
        url: is.optional(is.url),
        licence: is.text,
        note: is.anything
      }
    },
    {
      file: 'events.csv',
      key: ['id'],
      columns: {
        id: is.slug,
        date: is.date,
        precision: is.oneOf(['day', 'month', 'year']),
        short: is.shortLabel,
        event: is.text,
        sentence: is.sentence,
        kind: is.oneOf(Object.keys(EVENT_KINDS)),
        default: is.yesNo,
        why_it_matters: is.anything,
        source_title: is.text,
        source_url: is.url
      },
      between: precisionFits
    }
  ];
};
