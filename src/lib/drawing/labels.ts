/** A place taken up on a drawing, in pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How wide a text is at most, in pixels: letters of 0.6 em, which few fonts exceed. */
export const widthOf = (text: string, font: number): number => text.length * font * 0.6;

/** How many letters fit into a width. */
export const charactersThatFit = (width: number, font: number): number => Math.floor(width / (font * 0.6) + 1e-9);

/** The place that a line of text takes up, its middle at a height. */
export const boxOf = (text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', font: number): Box => {
  const width = widthOf(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - font / 2, bottom: y + font / 2 };
};

/** True where two boxes lie on each other. */
export const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Moves the middles of things on one line apart so that none lies on another, within `low` and `high`, each as near as can
 * be to where it is wanted. `heights` are how much room each takes.
 */
export const dodge = (wanted: number[], heights: number[], low: number, high: number): number[] => {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  // Things that touch become one block that sits where its members would like it on average.
  const blocks: { members: number[]; height: number; tops: number[] }[] = [];
  const topOf = ({ tops, height }: { tops: number[]; height: number }): number => {
    const mean = tops.reduce((sum, each) => sum + each, 0) / tops.length;
    return Math.max(low, Math.min(mean, high - height));
  };
  for (const { at, i } of order) {
    blocks.push({ members: [i], height: heights[i]!, tops: [at - heights[i]! / 2] });
    while (blocks.length > 1) {
      const [above, below] = [blocks.at(-2)!, blocks.at(-1)!];
      if (topOf(above) + above.height <= topOf(below) + 1e-9) break;
      // `tops` say where the whole block would begin, were it to please one member.
      blocks.splice(-2, 2, {
        members: [...above.members, ...below.members],
        height: above.height + below.height,
        tops: [...above.tops, ...below.tops.map((top) => top - above.height)]
      });
    }
  }
  const out = new Array<number>(wanted.length);
  for (const block of blocks) {
    let top = topOf(block);
    for (const i of block.members) {
      out[i] = top + heights[i]! / 2;
      top += heights[i]!;
    }
  }
  return out;
};

/** The pieces that a name may be broken into: its words, "(to 2019)", and "Gloucester-" with "shire" where a word is too long. */
const pieces = (name: string, most: number): string[] =>
  (name.match(/\(to \d{4}\)|\S+/g) ?? []).flatMap((word) => {
    if (word.length <= most || word.startsWith('(')) return [word];
    if (word.includes('-')) return word.split(/(?<=-)/);
    const compound = /^(.{4,}?)(shire|land)$/.exec(word);
    return compound ? [`${compound[1]}-`, compound[2]!] : [word];
  });

const ellipsis = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, Math.max(most - 1, 1)).trimEnd()}…` : text;

/** Cuts a name to so many letters; of "Haringey: started" both parts keep something, as both tell it from others. */
const cut = (text: string, most: number): string => {
  const [name = '', word] = text.split(': ');
  if (text.length <= most || word === undefined) return ellipsis(text, most);
  const end = ellipsis(word, Math.max(Math.ceil(most / 2), most - 2 - name.length));
  return `${ellipsis(name, most - 2 - end.length)}: ${end}`;
};

const join = (a: string, b: string): string => (!a || a.endsWith('-') ? `${a}${b}` : `${a} ${b}`);

/** Breaks a name into at most so many lines of at most `most` letters; what does not fit ends in "…". */
export const wrap = (name: string, most: number, lines = 2): string[] => {
  if (name.length <= most) return [name];
  if (lines === 1) return [cut(name, most)];
  const out: string[] = [''];
  for (const piece of pieces(name, most)) {
    const longer = join(out.at(-1)!, piece);
    if (longer.length <= most || out.at(-1) === '' || out.length === lines) out[out.length - 1] = longer;
    else out.push(piece);
  }
  return out.map((line) => cut(line, most));
};

/** What councils with long names are called for short. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  'Bournemouth, Christchurch and Poole': 'BCP',
  'Bath and North East Somerset': 'B&NES'
};

/** A name in at most so many letters: what it is called for short, turned back where that makes it fit ("Kingston upon Hull, City of"), or cut after a word. */
export const shortenName = (name: string, most: number): string => {
  const usual = SHORT_NAMES[name];
  if (usual !== undefined && name.length > most) return usual;
  const short = name.length <= most ? name : name.replace(/, (City|County) of(?=$|:)/, '');
  if (short.length <= most) return short;
  const words = short.slice(0, most).replace(/,?( and| of| upon)? \S*$/, '');
  return words.length > most / 2 && words.length < most ? `${words}…` : ellipsis(short, most);
};

/** A column of names: the lines of each, the middle of each, and the size of the letters. */
interface Column {
  font: number;
  row: number;
  names: { lines: string[]; at: number }[];
}

/** The smallest letters of a column in which names are whole. */
const SMALLEST = 9;

/**
 * Lays names out in a column, each near where it is wanted and none on another: in up to four lines, and in smaller letters where
 * there are many.
 */
export const column = (
  names: { name: string; wanted: number }[],
  room: { width: number; low: number; high: number },
  font: number
): Column => {
  const height = room.high - room.low;
  const lay = (size: number, most: number, between: number): Column & { height: number; isWhole: boolean } => {
    const row = size + 2;
    const wrapped = names.map(({ name }) => wrap(name, charactersThatFit(room.width, size), most));
    const heights = wrapped.map((lines) => lines.length * row + between);
    const places = dodge(
      names.map(({ wanted }) => wanted),
      heights,
      room.low,
      room.high
    );
    return {
      font: size,
      row,
      names: wrapped.map((lines, i) => ({ lines, at: places[i]! })),
      height: heights.reduce((sum, each) => sum + each, 0),
      isWhole: !wrapped.flat().some((line) => line.includes('…'))
    };
  };
  const sizes = Array.from({ length: Math.max(1, font - SMALLEST + 1) }, (_, i) => font - i);
  const small = Math.max(8, Math.min(font, Math.floor(height / Math.max(names.length, 1)) - 2));
  // The last is for more names than a column has rows: nothing else may cut a name.
  return (
    sizes
      .flatMap((each) => [4, 3].map((most) => lay(each, most, each === font ? 2 : 0)))
      .find((laid) => laid.height <= height && laid.isWhole) ?? lay(small, 1, 0)
  );
};

/** Joins neighbours nearer than `gap` into one: for the numbers of events that would lie on each other. */
export const cluster = (places: number[], gap: number): number[][] => {
  const groups: number[][] = [];
  places.forEach((place, i) => {
    const last = groups.at(-1);
    if (last && place - places[last.at(-1)!]! < gap) last.push(i);
    else groups.push([i]);
  });
  return groups;
};
