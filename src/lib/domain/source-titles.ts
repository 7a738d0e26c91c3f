import { READ_IN_WORDS, readIn, type Lineage, type Source } from './index.ts';

/** The publications of some runs of lineage, by title, each once: with where they were read if that was elsewhere. */
export const sourceTitles = (
  runs: readonly number[],
  file: { sources: readonly Source[]; lineages: readonly Pick<Lineage, 'source' | 'note'>[] }
): string => {
  const titles = new Map(file.sources.map(({ id, title }) => [id, title]));
  const texts = runs.map((at) => {
    const run = file.lineages[at]!;
    const [title, where] = [titles.get(run.source) ?? '', readIn(run)];
    return title && where ? `${title} (${READ_IN_WORDS[where]})` : title;
  });
  return [...new Set(texts)].filter(Boolean).join('; ');
};
