import { ENGLAND, fullName, list, similarTo, type Area, type Similar } from '#lib/domain/index.ts';
import { REGIONS } from '#lib/domain/regions.ts';
import { search, searchMisspelt } from '#lib/search/search.ts';

/** A comparison that can be shown, by the keys of its areas and in words: "Haringey, Islington and Hackney". */
interface Nearest {
  areas: string[];
  words: string;
}

/** The three regions of the North: a comparison for a reader who named nobody. */
const EXAMPLE = ['E12000001', 'E12000002', 'E12000003'];

/** How many of the most similar councils are offered beside one. */
const BESIDE = 2;

const meantBy = (text: string, areas: readonly Area[]): Area | undefined => {
  const typed = text.replaceAll('-', ' ');
  const area = (search(areas, typed)[0] ?? searchMisspelt(areas, typed)[0])?.area;
  // England is in every comparison already.
  return area?.key === ENGLAND ? undefined : area;
};

/**
 * The comparison that comes nearest to what an address asks for, where none of that can be shown: the council that its first
 * misspelt name may mean, with those most like it; an example where there is none. `asked` are the words of the address.
 */
export const nearestComparison = (
  asked: readonly string[],
  areas: readonly Area[] | undefined,
  similar: Similar | undefined
): Nearest => {
  for (const text of areas ? asked : []) {
    const meant = meantBy(text, areas!);
    if (!meant) continue;
    const others = (similar ? similarTo(similar, meant.key) : [])
      .flatMap((key) => areas!.find((area) => area.key === key) ?? [])
      .slice(0, BESIDE);
    const found = [meant, ...others];
    return { areas: found.map(({ key }) => key), words: list(found.map(fullName)) };
  }
  return { areas: EXAMPLE, words: list(EXAMPLE.map((key) => REGIONS[key]!)) };
};
