/** Authorities' keys, the likeliest first and parted by spaces, with the districts that lie in just these: ["309", "N8 15 17"]. */
export type PackedDistricts = [keys: string, districts: string];

/** Authorities' keys by postcode district ("N17"), the likeliest first. */
export type Districts = ReadonlyMap<string, readonly string[]>;

const split = (district: string): [letters: string, rest: string] => {
  const [, letters = '', rest = ''] = /^([A-Z]+)(.+)$/.exec(district) ?? [];
  return [letters, rest];
};

const inOrder = (a: string, b: string): number => {
  const [[letters, rest], [others, remainder]] = [split(a), split(b)];
  return letters < others
    ? -1
    : letters > others
      ? 1
      : parseInt(rest) - parseInt(remainder) || (rest < remainder ? -1 : 1);
};

/** Writes districts by the authorities they lie in; letters that repeat are left out. Throws where a district is no outward code. */
export const packDistricts = (districts: Districts): PackedDistricts[] => {
  const groups = new Map<string, string[]>();
  for (const district of [...districts.keys()].sort(inOrder)) {
    if (!/^[A-Z]{1,2}\d[A-Z\d]?$/.test(district)) throw new Error(`${district}: expected an outward code, such as N17`);
    const keys = districts.get(district)!.join(' ');
    groups.set(keys, [...(groups.get(keys) ?? []), district]);
  }
  return [...groups].map(([keys, all]) => {
    const short = all.map((each, i) => (i && split(all[i - 1]!)[0] === split(each)[0] ? split(each)[1] : each));
    return [keys, short.join(' ')];
  });
};

/** Reads what `packDistricts` wrote. */
export const unpackDistricts = (packed: readonly PackedDistricts[]): Districts => {
  const districts = new Map<string, string[]>();
  for (const [keys, list] of packed) {
    let letters = '';
    for (const each of list.split(' ')) {
      if (/^[A-Z]/.test(each)) letters = split(each)[0];
      districts.set(/^[A-Z]/.test(each) ? each : letters + each, keys.split(' '));
    }
  }
  return districts;
};
