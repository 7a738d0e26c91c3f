import { CATALOGUE } from '../lib/domain/index.ts';
import { describe, type Problem } from '../lib/screening/problem.ts';
import { dataSetsOf } from './data-set.ts';
import { publish } from './publish.ts';
import { read, type Directory } from './read.ts';
import { publishShapes } from './shape.ts';
import type { Output } from './write.ts';

/** What the pipeline touches outside itself. */
export interface Effects {
  /** A directory of the project: the published figures, or the facts of the documents of 2009. */
  readDir: (name: 'data' | 'seeds') => Directory;
  /** Puts everything published in the place of what was there before, or throws and leaves that as it was. */
  writeDir: (files: Output) => void;
  log: (line: string) => void;
  /** The time since the start in seconds, in words: "2.1 s". */
  elapsed: () => string;
}

/** Reads, screens, shapes, checks and writes; gives the exit code, 0 or 1 after all problems of a stage were logged. */
export const run = ({ readDir, writeDir, log, elapsed }: Effects): number => {
  const stop = (problems: Problem[]): number => {
    for (const problem of problems) log(describe(problem));
    log(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: nothing written`);
    return 1;
  };
  const { tables, problems } = read(readDir('data'), readDir('seeds'));
  if (problems.length) return stop(problems);
  const shapes = publishShapes(tables);
  const files = publish(tables, shapes);
  writeDir(files);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  log(
    `${CATALOGUE.length} measures, ${dataSetsOf(tables).length} data sets, ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, ${elapsed()}`
  );
  return 0;
};
