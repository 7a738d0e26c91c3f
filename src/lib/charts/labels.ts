/** Moves wanted places on one line apart so that none is nearer than `gap`, within `low` and `high`, each as near as can be. */
export const dodge = (wanted: number[], gap: number, low: number, high: number): number[] => {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  // Labels that touch become one block that sits where its members would like it on average.
  const blocks: { members: number[]; wants: number[] }[] = [];
  const place = ({ wants }: { wants: number[] }): number => {
    const height = (wants.length - 1) * gap;
    const mean = wants.reduce((sum, each, k) => sum + each - k * gap, 0) / wants.length;
    return Math.max(low, Math.min(mean, high - height));
  };
  for (const { at, i } of order) {
    blocks.push({ members: [i], wants: [at] });
    while (blocks.length > 1) {
      const [above, below] = [blocks.at(-2)!, blocks.at(-1)!];
      if (place(above) + above.wants.length * gap <= place(below) + 1e-9) break;
      blocks.splice(-2, 2, { members: [...above.members, ...below.members], wants: [...above.wants, ...below.wants] });
    }
  }
  const out = new Array<number>(wanted.length);
  for (const block of blocks) {
    const top = place(block);
    block.members.forEach((i, k) => (out[i] = top + k * gap));
  }
  return out;
};

/** Breaks a name into at most two lines of about `most` characters; what does not fit ends in "…". */
export const wrap = (name: string, most: number): string[] => {
  if (name.length <= most) return [name];
  const words = name.split(' ');
  let first = words.shift()!;
  while (words.length && `${first} ${words[0]}`.length <= most) first += ` ${words.shift()}`;
  const rest = words.join(' ');
  if (!rest) return [first.length > most + 2 ? `${first.slice(0, most)}…` : first];
  return [first, rest.length > most + 2 ? `${rest.slice(0, most).trimEnd()}…` : rest];
};

/** Puts labels that stand beside each other into rows: the first row in which each has room. Widths in pixels. */
export const stack = (spans: { from: number; to: number }[], rows: number): number[] => {
  const ends = new Array<number>(rows).fill(-Infinity);
  return spans.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + 6 <= from);
    const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[row] = Math.max(ends[row]!, to);
    return row;
  });
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
