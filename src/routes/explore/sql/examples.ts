import type { DataSetEntry } from '#lib/address/explore.ts';
import { statusOf, valueOf } from '#lib/query/tables.ts';

/** A query that a reader can start from. */
export interface Example {
  title: string;
  sql: string;
}

/** The query that the editor opens with. */
export const FIRST_QUERY = `-- Children looked after at 31 March, in every 10,000: England, London and Haringey
SELECT
  period,
  area_name,
  looked_after_31_march_rate_value AS per_10000,
  looked_after_31_march_rate_status AS status
FROM children_looked_after
WHERE area_name IN ('England', 'London', 'Haringey')
ORDER BY period DESC, area_name`;

/** Queries that join tables, compare years, and ask what must be known of figures. */
export const EXAMPLES: readonly Example[] = [
  {
    title: 'Haringey and the ten councils most like it, in the latest year',
    sql: `SELECT
  coalesce(neighbour.rank, '0')::INT AS nearness,
  figures.area_name,
  figures.period,
  figures.looked_after_31_march_rate_value AS per_10000
FROM children_looked_after AS figures
LEFT JOIN statistical_neighbours AS neighbour
  ON neighbour.neighbour_old_la_code = figures.old_la_code
  AND neighbour.old_la_code = '309'
WHERE (neighbour.rank IS NOT NULL OR figures.old_la_code = '309')
  AND figures.period = (SELECT max(period) FROM children_looked_after)
ORDER BY nearness`
  },
  {
    title: 'The change of each region over the last five years',
    sql: `SELECT
  area_name,
  period,
  looked_after_31_march_rate_value AS per_10000,
  per_10000 - lag(per_10000, 5) OVER (PARTITION BY area_key ORDER BY period) AS change
FROM children_looked_after
WHERE geographic_level = 'Regional'
QUALIFY period = max(period) OVER ()
ORDER BY area_name`
  },
  {
    title: 'Where figures of child protection plans must not be compared',
    sql: `SELECT indicator, geographic_level, last_before, first_after, kind, reason
FROM breaks
WHERE data_set = 'child_protection_plans'
ORDER BY first_after, indicator`
  },
  {
    title: 'How many figures of each kind a column holds, by year',
    sql: `SELECT period, on_plan_31_march_status AS status, count(*) AS figures
FROM child_protection_plans
WHERE geographic_level = 'Local authority'
GROUP BY ALL
ORDER BY period DESC, status`
  }
];

/** Two queries of a data set: England over time, and every council or region in its latest period. */
export const examplesOf = ({ name, filters, indicators, levels }: DataSetEntry): Example[] => {
  const [indicator] = indicators;
  if (!indicator) return [];
  const columns = [
    'period',
    'area_name',
    ...filters.map((each) => each.name),
    valueOf(indicator.name),
    statusOf(indicator.name)
  ];
  const select = `SELECT ${columns.join(', ')}\nFROM ${name}`;
  const hasEngland = levels.some(({ level }) => level === 'National');
  const level = ['Local authority', 'Regional'].find((each) => levels.some((held) => held.level === each));
  return [
    ...(hasEngland
      ? [
          {
            title: 'England, latest first',
            sql: `${select}\nWHERE geographic_level = 'National'\nORDER BY period DESC`
          }
        ]
      : []),
    ...(level
      ? [
          {
            title: level === 'Regional' ? 'Each region, latest period' : 'Each council, latest period',
            sql: `${select}\nWHERE geographic_level = '${level}'\n  AND period = (SELECT max(period) FROM ${name} WHERE geographic_level = '${level}')\nORDER BY area_name`
          }
        ]
      : [])
  ];
};

/** The query of a reference file. */
export const exampleOfReference = (name: string): Example => ({
  title: 'The first rows',
  sql: `SELECT *\nFROM ${name}\nLIMIT 20`
});
