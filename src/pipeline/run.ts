import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { describe, type Problem } from '#lib/screening/problem.ts';
import { check } from './check/check.ts';
import { checkShapes } from './check/shapes.ts';
import { dataSetsOf } from './read/data-set.ts';
import { publish, type Published } from './publish/publish.ts';
import { inputsOf } from './estimates/compute.ts';
import { changesFiles, isChanges } from './estimates/changes.ts';
import { estimatesFiles } from './estimates/files.ts';
import { read, type Directory } from './read/read.ts';
import { screen } from './screen/screen.ts';
import { publishShapes } from './shape/shape.ts';
import type { Tables } from './read/table.ts';
import type { Output } from './publish/write.ts';

/** What the pipeline touches outside itself. */
interface Effects {
  /** A directory of the project: the published figures, or the facts of the documents of 2009. */
  readDir: (name: 'data' | 'seeds') => Directory;
  /** Puts a folder of what is published in the place of the one before, or throws and leaves that as it was. */
  writeDir: (name: keyof Published, files: Output) => void;
  /** The files that `make` gives for these tables and this code, made once: that takes half a minute. */
  remember: (tables: Tables, make: () => ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  log: (line: string) => void;
  /** The time since the start in words: "2.1 s". */
  elapsed: () => string;
}

/**
 * Reads, screens, checks figures against each other, shapes, checks the shapes against the figures, estimates, and writes.
 * A stage with problems is the last: all of them are logged, nothing is written, and the exit code is 1; else it is 0.
 */
export const run = ({ readDir, writeDir, remember, log, elapsed }: Effects): number => {
  const stop = (problems: Problem[]): number => {
    for (const problem of problems) log(describe(problem));
    log(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: nothing written`);
    return 1;
  };
  const { tables, problems: unreadable } = read(readDir('data'), readDir('seeds'));
  const problems = [...unreadable, ...screen(tables)];
  if (problems.length) return stop(problems);

  const disagreements = check(tables);
  if (disagreements.length) return stop(disagreements);

  const shapes = publishShapes(tables);
  const lost = checkShapes(shapes, tables);
  if (lost.length) return stop(lost);

  const made = remember(tables, () => {
    const inputs = inputsOf(tables);
    const estimates = estimatesFiles(inputs);
    return new Map([...estimates, ...changesFiles(inputs, estimates)]);
  });
  const estimates = [...made].filter(([name]) => !isChanges(name));
  const changes = new Map([...made].filter(([name]) => isChanges(name)));
  const { data, app } = publish(tables, new Map([...shapes, ...estimates]), changes);
  writeDir('app', app);
  writeDir('data', data);
  const files = new Map([...data, ...app]);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  log(
    `${CATALOGUE.length} measures, ${dataSetsOf(tables).length} data sets, ${files.size} files, ${size}, ${elapsed()}`
  );
  return 0;
};
