import { Memo } from '#lib/domain/memo.ts';
import { byName, fullName, type Area } from '#lib/domain/index.ts';
import { editDistance, editsAllowed } from './spelling.ts';

/** An area that answers what was typed: how it reads in a list, and what is added to it, such as "formerly Durham". */
export interface Hit {
  area: Area;
  label: string;
  hint: string;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('-', ' ')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/\band\b/g, '')
    .replace(/ +/g, ' ')
    .trim();

/** What people write for the longer names of counties, and for two other words. */
const SHORT: Record<string, string> = {
  bcp: 'bournemouth christchurch poole',
  beds: 'bedfordshire',
  berks: 'berkshire',
  bucks: 'buckinghamshire',
  cambs: 'cambridgeshire',
  derbys: 'derbyshire',
  glos: 'gloucestershire',
  hants: 'hampshire',
  herts: 'hertfordshire',
  lancs: 'lancashire',
  leics: 'leicestershire',
  lincs: 'lincolnshire',
  northants: 'northamptonshire',
  notts: 'nottinghamshire',
  oxon: 'oxfordshire',
  saint: 'st',
  staffs: 'staffordshire',
  wilts: 'wiltshire',
  worcs: 'worcestershire',
  yorks: 'yorkshire'
};

const inFull = (typed: string): string =>
  typed
    .split(' ')
    .map((word) => (Object.hasOwn(SHORT, word) ? SHORT[word] : word))
    .join(' ');

const starts = new Memo<string, string[]>();

/** A name as it is compared: plain, from its first word on, from its second word on, and so forth. */
const startsOf = (name: string): string[] =>
  starts.get(name, () =>
    plain(name)
      .split(' ')
      .map((_, i, words) => words.slice(i).join(' '))
  );

/** How well a name answers what was typed: 0 it begins so, 1 a word of it begins so, 2 it lies within; undefined not at all. */
const grade = (name: string, typed: string): number | undefined => {
  const [whole = '', ...rest] = startsOf(name);
  if (whole.startsWith(typed)) return 0;
  if (rest.some((each) => each.startsWith(typed))) return 1;
  return whole.includes(typed) ? 2 : undefined;
};

/** A nine-character code as far as it is typed, from "E06" or "e09000" on; what people may type, "E10", is a postcode first. */
const CODE = /^e(0\d|\d{3})\d{0,6}$/;

/** True where what was typed is the start of a nine-character code, or all of it. */
export const looksLikeCode = (typed: string): boolean => CODE.test(typed.trim().toLowerCase());

type Graded = Hit & { best: number };

const byCode = (area: Area, typed: string): Graded | undefined => {
  const answers = (code: string) =>
    CODE.test(typed) ? code.toLowerCase().startsWith(typed) : code.toLowerCase() === typed;
  if (area.key.toLowerCase() === typed || answers(area.code)) return { area, label: fullName(area), hint: '', best: 0 };
  const former = area.formerCodes?.find(answers);
  return former ? { area, label: fullName(area), hint: `formerly ${former}`, best: 0.2 } : undefined;
};

const graded = (area: Area, gradeOf: (name: string) => number | undefined, formerAdds: number): Graded | undefined => {
  const own = gradeOf(area.name);
  const former = own === undefined ? area.formerNames?.find((name) => gradeOf(name) !== undefined) : undefined;
  const best = own ?? (former ? gradeOf(former)! + formerAdds : undefined);
  if (best === undefined) return undefined;
  const hint = former ? `formerly ${former}` : area.level === 'Regional' ? 'region' : '';
  return { area, label: fullName(area), hint, best: best + (area.ended ? 0.5 : 0) };
};

const inOrder = (hits: Graded[], most: number): Hit[] =>
  hits
    .sort((a, b) => a.best - b.best || byName(a.area, b.area))
    .slice(0, most)
    .map(({ area, label, hint }) => ({ area, label, hint }));

/** The areas whose name, former name or code answers what was typed, the nearest first; bodies in being before ended ones. */
export const search = (areas: readonly Area[], typed: string, most = 8): Hit[] => {
  const wanted = inFull(plain(typed));
  if (!wanted) return [];
  const found = areas.flatMap((area) => byCode(area, wanted) ?? graded(area, (name) => grade(name, wanted), 3) ?? []);
  return inOrder(found, most);
};

/** The areas whose name what was typed may have been meant for: those with the fewest slips, where they are few enough. */
export const searchMisspelt = (areas: readonly Area[], typed: string, most = 5): Hit[] => {
  const wanted = inFull(plain(typed));
  const allowed = editsAllowed(wanted.length);
  if (!allowed) return [];
  const slipsOf = (name: string): number | undefined => {
    const least = Math.min(...startsOf(name).map((start) => editDistance(wanted, start, allowed)));
    return least > allowed ? undefined : least;
  };
  const found = areas.flatMap((area) => graded(area, slipsOf, 0.2) ?? []);
  const fewest = Math.min(...found.map(({ best }) => Math.floor(best)));
  return inOrder(
    found.filter(({ best }) => best < fewest + 1),
    most
  );
};
