/** How many slips a word of so many letters may hold and still be taken for another. */
export const editsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 6 ? 1 : letters < 12 ? 2 : 3);

/**
 * The fewest slips that lead from `typed` to a beginning of `name`: a letter too many, one missing, a wrong one, or two
 * neighbours swapped (Damerau–Levenshtein distance in its optimal string alignment form, least over all beginnings of the
 * name). Above `most` the answer is only that: more than `most`.
 */
export const editDistance = (typed: string, name: string, most: number): number => {
  const width = Math.min(name.length, typed.length + most);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === name[j - 1];
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return Math.min(...above);
};
