import { fullName, inProse, list, type Area, type Districts } from '#lib/domain/index.ts';
import { looksLikePostcode, readPostcode } from './postcode.ts';
import { looksLikeCode, search, searchMisspelt, type Hit } from './search.ts';

/** What is offered for what was typed, and a sentence that says how it was found, or why nothing was. */
export interface Finding {
  hits: Hit[];
  message: string;
}

/** True where the index of postcodes is needed to answer. */
export const needsDistricts = (typed: string): boolean => looksLikePostcode(typed) && !looksLikeCode(typed);

const quoted = (typed: string): string => `“${typed.trim().slice(0, 40)}”`;

const liesIn = (what: string, areas: Area[]): string =>
  areas.length === 1
    ? `${what} lies in ${inProse(areas[0]!)}.`
    : `${what} lies in ${list(areas.map((area) => inProse(area)))}. The first is the most likely.`;

const byPostcode = (areas: readonly Area[], districts: Districts, typed: string): Finding => {
  const answer = readPostcode(districts, typed);
  switch (answer.kind) {
    case 'district':
    case 'start': {
      const named = answer.keys.flatMap((key) => areas.find((area) => area.key === key) ?? []);
      const hits = named.map((area, i) => ({
        area,
        label: fullName(area),
        hint: i || named.length === 1 || answer.kind === 'start' ? '' : 'most likely'
      }));
      const message =
        answer.kind === 'district'
          ? liesIn(answer.district, named)
          : `Districts that begin with ${answer.start} lie in ${list(named.map((area) => inProse(area)))}.`;
      return { hits, message };
    }
    case 'unknown':
      return { hits: [], message: `${answer.district} is not among the postcode districts of England.` };
    case 'not a postcode':
      return { hits: [], message: `${quoted(typed)} does not read as a postcode, such as N17 or N17 0AA.` };
    default:
      return answer satisfies never;
  }
};

/**
 * The areas that answer a name, a former name, a misspelt name, a code or a postcode. `districts` is needed where
 * `needsDistricts` says so. `without` are keys that are not offered, such as those chosen already.
 */
export const find = (
  areas: readonly Area[],
  typed: string,
  districts?: Districts,
  without: readonly string[] = []
): Finding => {
  if (!typed.trim()) return { hits: [], message: '' };
  const open = areas.filter(({ key }) => !without.includes(key));
  if (districts && needsDistricts(typed)) {
    const { hits, message } = byPostcode(areas, districts, typed);
    const left = hits.filter(({ area }) => !without.includes(area.key));
    return { hits: left, message: hits.length && !left.length ? `${message} Chosen already.` : message };
  }
  const hits = search(open, typed);
  if (hits.length) return { hits, message: hits.length === 1 ? '1 match' : `${hits.length} matches` };
  const near = searchMisspelt(open, typed);
  if (near.length)
    return {
      hits: near,
      message: `No council or region is spelt ${quoted(typed)}. ${near.length === 1 ? 'This one comes' : 'These come'} near.`
    };
  if (/^\s*\d{1,2}\s*$/.test(typed))
    return { hits: [], message: 'The code of a council has three digits, such as 309.' };
  return { hits: [], message: `No council or region matches ${quoted(typed)}.` };
};
