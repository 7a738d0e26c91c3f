import { byName, fullName, type Area } from '../domain/index.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('-', ' ')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/\band\b/g, '')
    .replace(/ +/g, ' ')
    .trim();

/** What people write for the longer names of counties. */
const SHORT: Record<string, string> = {
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

/** How well a name answers what was typed: 0 it begins so, 1 a word of it begins so, 2 it lies within; undefined not at all. */
const grade = (name: string, typed: string): number | undefined => {
  const text = plain(name);
  if (text.startsWith(typed)) return 0;
  if (text.split(' ').some((_, i, words) => words.slice(i).join(' ').startsWith(typed))) return 1;
  return text.includes(typed) ? 2 : undefined;
};

/** The areas whose name, former name or code answers what was typed, the nearest first; bodies in being before ended ones. */
export const search = (areas: Area[], typed: string, most = 8): { area: Area; label: string; hint: string }[] => {
  const wanted = inFull(plain(typed));
  if (!wanted) return [];
  const found = areas.flatMap((area) => {
    const isCode = area.key.toLowerCase() === wanted || area.code.toLowerCase() === wanted;
    const own = isCode ? 0 : grade(area.name, wanted);
    const former = own === undefined ? area.formerNames?.find((name) => grade(name, wanted) !== undefined) : undefined;
    const best = own ?? (former ? 3 : undefined);
    if (best === undefined) return [];
    const hint = former ? `formerly ${former}` : area.level === 'Regional' ? 'region' : '';
    return [{ area, label: fullName(area), hint, best: best + (area.ended ? 0.5 : 0) }];
  });
  return found
    .sort((a, b) => a.best - b.best || byName(a.area, b.area))
    .slice(0, most)
    .map(({ area, label, hint }) => ({ area, label, hint }));
};
