import { BREAK_KINDS, LEVELS } from '#lib/domain/index.ts';
import { quote } from '#lib/screening/problem.ts';
import * as is from '../cell-types.ts';
import type { References } from '../references.ts';
import { inOrder, indicatorIsThere, placeIsThere } from '../row-tests.ts';
import type { Schema } from '../schema.ts';

/** The schemas of the files that say how figures may be read: breaks, notes, confidence, and those worked out. */
export const schemasOfFigures = (to: References): Schema[] => {
  const dataSet = is.keyOf(to.dataSets, 'a data set');
  const authority = is.keyOf(to.authorities, 'the three-digit code of an authority');
  const level = is.oneOf(LEVELS);
  return [
    {
      file: 'breaks.csv',
      key: ['data_set', 'indicator', 'geographic_level', 'old_la_codes', 'last_before', 'first_after'],
      columns: {
        data_set: dataSet,
        indicator: is.text,
        geographic_level: is.oneOf([...LEVELS, 'all']),
        old_la_codes: is.optional(is.listOf(authority)),
        last_before: is.period,
        first_after: is.period,
        kind: is.oneOf(BREAK_KINDS),
        reason: is.text
      },
      between: (row) => {
        const [before = '', after = ''] = [row.last_before, row.first_after];
        if (before >= after) return [['first_after', quote(after), `is not after last_before, ${before}`]];
        return indicatorIsThere(row, to);
      }
    },
    {
      file: 'data_notes.csv',
      key: ['data_set', 'geographic_level', 'old_la_code', 'first_period', 'last_period', 'note'],
      columns: {
        data_set: dataSet,
        geographic_level: is.oneOf([...LEVELS, 'all']),
        old_la_code: is.optional(authority),
        first_period: is.period,
        last_period: is.period,
        note: is.text
      },
      // A note may be of an authority that has no row: often that is what it tells.
      between: (row) => [
        ...inOrder(row, 'first_period', 'last_period'),
        ...(row.geographic_level === 'all' && !row.old_la_code
          ? []
          : placeIsThere(row.geographic_level === 'Local authority' ? { ...row, old_la_code: '' } : row, to))
      ]
    },
    {
      file: 'data_confidence_2010_2012.csv',
      key: ['time_period', 'old_la_code', 'data_set', 'indicator'],
      columns: {
        time_period: is.oneOf(['2010', '2011', '2012']),
        old_la_code: authority,
        data_set: dataSet,
        indicator: is.text,
        grade: is.oneOf(['1', '2', '3'])
      },
      between: (row) => [
        ...indicatorIsThere(row, to),
        ...placeIsThere({ ...row, geographic_level: 'Local authority' }, to)
      ]
    },
    {
      file: 'derived_figures.csv',
      key: ['data_set', 'indicator', 'geographic_level', 'region_code', 'old_la_code', 'time_period'],
      columns: {
        data_set: dataSet,
        indicator: is.text,
        geographic_level: level,
        region_code: is.optional(is.keyOf(to.regions, 'the code of a region')),
        old_la_code: is.optional(authority),
        time_period: is.period,
        how: is.text
      },
      between: (row) => {
        const faults = [...indicatorIsThere(row, to), ...placeIsThere(row, to)];
        if (faults.length) return faults;
        const held = to.held(
          row.data_set ?? '',
          row.indicator ?? '',
          row.geographic_level ?? '',
          row.old_la_code || row.region_code || undefined
        );
        return held.includes(row.time_period ?? '')
          ? []
          : [['time_period', quote(row.time_period ?? ''), 'has no figure there']];
      }
    }
  ];
};
