/** The first year of the map, by its 31 March. */
export const FIRST_YEAR = 2006;

/** An authority as the layout knows it. */
export interface Authority {
  key: string;
  name: string;
  region: string;
  easting: number;
  northing: number;
  area: number;
  end: string;
  successors: string[];
}

const km = (a: Authority, b: Authority): number => Math.hypot(a.easting - b.easting, a.northing - b.northing);

/**
 * Takes the rows of local_authorities.csv and gives the three-digit authorities in being on any 31 March since 2006, in order
 * of code: name, region (both halves of London as one), centroid in km, area in
 * square km, and the codes of its successors.
 */
export const authoritiesOf = (rows: Record<string, string>[]): Authority[] => {
  const keyOf = new Map(rows.map((row) => [row.new_la_code, row.old_la_code]));
  const byKey = new Map<string, Authority>();
  for (const row of [...rows].sort((a, b) => a.start!.localeCompare(b.start!))) {
    const key = row.old_la_code!;
    const successors = row.successors!.split(' ').map((code) => keyOf.get(code));
    byKey.set(key, {
      key,
      name: row.la_name!,
      region: row.region_name!.replace(/^(Inner|Outer) /, ''),
      easting: Number(row.easting_km),
      northing: Number(row.northing_km),
      area: Number(row.area_km2),
      end: row.end!,
      successors: [...(byKey.get(key)?.successors ?? []), ...successors].filter(
        (each) => each !== undefined && each !== key
      )
    });
  }
  return [...byKey.values()]
    .filter(({ end }) => !end || end >= `${FIRST_YEAR}-03-31`)
    .sort((a, b) => a.key.localeCompare(b.key));
};

/**
 * Which authority that ended hands its place to which successor, as a map of code to code: the nearest pairs first, each
 * successor once. Who is not in it has a place of its own.
 */
export const heirsOf = (authorities: Authority[]): Map<string, string> => {
  const byKey = new Map(authorities.map((each) => [each.key, each]));
  const pairs = authorities
    .filter(({ end }) => end)
    .flatMap((from) =>
      from.successors.flatMap((key) => {
        const to = byKey.get(key);
        return to ? [{ from, to }] : [];
      })
    )
    .sort((a, b) => km(a.from, a.to) - km(b.from, b.to));
  const heirs = new Map<string, string>();
  for (const { from, to } of pairs)
    if (!heirs.has(from.key) && ![...heirs.values()].includes(to.key)) heirs.set(from.key, to.key);
  return heirs;
};
