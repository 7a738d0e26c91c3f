import { ENGLAND, byName, toSlug, type AreaRecord } from '#lib/domain/index.ts';
import type { Tables } from '../read/table.ts';
import { rowsOf } from '../read/table.ts';

// Regions' nine-character codes; Inner and Outer London (E13) together are London (E12000007).
const REGION_ORDER = [
  'E12000001',
  'E12000002',
  'E12000003',
  'E12000004',
  'E12000005',
  'E12000006',
  'E12000007',
  'E13000001',
  'E13000002',
  'E12000008',
  'E12000009'
];

const number = (cell: string | undefined): number | undefined => (cell ? Number(cell) : undefined);

/** One record a three-digit authority: the rows of one code are one body through its changes of nine-character code. */
const authority = (key: string, rows: Record<string, string>[]): AreaRecord => {
  const newestFirst = [...rows].sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
  const latest = newestFirst[0]!;
  const oldest = newestFirst.at(-1)!;
  const formerNames = [...new Set(newestFirst.map((row) => row.la_name!))].filter((name) => name !== latest.la_name);
  return {
    key,
    code: latest.new_la_code!,
    name: latest.la_name!,
    level: 'Local authority',
    slug: toSlug(latest.la_name!),
    region: latest.region_code!,
    ...(latest.end ? { ended: latest.end } : {}),
    ...(oldest.start ? { began: oldest.start } : {}),
    ...(formerNames.length ? { formerNames } : {}),
    codes: newestFirst.map((row) => ({
      code: row.new_la_code!,
      name: row.la_name!,
      ...(row.start ? { began: row.start } : {}),
      ...(row.end ? { ended: row.end } : {})
    })),
    type: latest.type!,
    successors: [],
    predecessors: [],
    easting: number(latest.easting_km),
    northing: number(latest.northing_km),
    km2: number(latest.area_km2)
  };
};

/** England, the regions, and every three-digit authority since 1998 that the data sets know, with unique slugs and lineage by key. */
export const shapeAreas = (tables: Tables): AreaRecord[] => {
  const rows = rowsOf(tables, 'local_authorities.csv');
  const keyOfCode = new Map(rows.map((row) => [row.new_la_code!, row.old_la_code!]));
  const byKey = new Map<string, Record<string, string>[]>();
  for (const row of rows) byKey.set(row.old_la_code!, [...(byKey.get(row.old_la_code!) ?? []), row]);

  const authorities = [...byKey].map(([key, own]) => authority(key, own)).sort(byName);
  const named = new Map(authorities.map((area) => [area.key, area]));
  for (const [key, own] of byKey)
    for (const row of own)
      for (const code of (row.successors ?? '').split(' ').filter(Boolean)) {
        const successor = keyOfCode.get(code);
        if (!successor || successor === key) continue;
        const [from, to] = [named.get(key)!, named.get(successor)!];
        if (!from.successors.includes(successor)) from.successors.push(successor);
        if (!to.predecessors.includes(key)) to.predecessors.push(key);
      }

  // Two bodies of one name: the one that ended gets its last year.
  const slugs = new Map<string, number>();
  for (const area of authorities) slugs.set(area.slug, (slugs.get(area.slug) ?? 0) + 1);
  for (const area of authorities)
    if ((slugs.get(area.slug) ?? 0) > 1 && area.ended) area.slug = `${area.slug}-to-${area.ended.slice(0, 4)}`;

  const regionNames = new Map(
    rowsOf(tables, 'children_looked_after.csv')
      .filter((row) => row.geographic_level === 'Regional')
      .map((row) => [row.region_code!, row.region_name!])
  );
  const regions = REGION_ORDER.map((code): AreaRecord => ({
    key: code,
    code,
    name: regionNames.get(code) ?? code,
    level: 'Regional',
    slug: toSlug(regionNames.get(code) ?? code),
    codes: [{ code, name: regionNames.get(code) ?? code }],
    successors: [],
    predecessors: [],
    ...(code.startsWith('E13') ? { region: 'E12000007' } : {})
  }));
  const england: AreaRecord = {
    key: ENGLAND,
    code: ENGLAND,
    name: 'England',
    level: 'National',
    slug: 'england',
    codes: [{ code: ENGLAND, name: 'England' }],
    successors: [],
    predecessors: []
  };
  return [england, ...regions, ...authorities];
};
