/** What the engine said of a statement: in words for the reader, and where in the statement, as offsets into its text. */
export interface Problem {
  message: string;
  from: number;
  to: number;
}

// The engine's own way to point: a line of the statement, or a part of it between dots, and a caret under it.
const POINTED = /\n\s*LINE (\d+): (.*)\n( *)\^/;
const DOTS = '...';

/** Where the statement's line begins. */
const startOfLine = (lines: readonly string[], line: number): number =>
  lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);

/** The end of the word at a place, so that there is something to mark. */
const endOfWord = (text: string, from: number): number =>
  from + (/^(?:[\w$]+|"[^"]*"|\S)/.exec(text.slice(from))?.[0].length ?? 0);

const WORDS: readonly [RegExp, string][] = [
  [
    /^Out of Memory Error/,
    'The query needs more memory than the database has here (1 GB). Ask for fewer rows or columns, or group them.'
  ],
  [
    /Cannot prepare multiple statements at once/,
    'One statement at a time, please: remove what follows the first semicolon. PIVOT needs its values listed: PIVOT … ON column IN (…).'
  ],
  [/No statement to prepare/, 'There is no statement here: only blanks or comments.'],
  [/transaction is launched in read-only mode/, 'The figures can only be read here: this statement would change them.'],
  [
    /file system operations are disabled|Loading external extensions is disabled|ExtensionDirectory/,
    'Nothing but the tables of this site can be read here, and nothing can be sent or stored.'
  ]
];

/** Reads a message of the engine about a statement. Without a place of its own it is about the whole statement. */
export const toProblem = (message: string, text: string): Problem => {
  const pointed = POINTED.exec(message);
  const words = WORDS.find(([pattern]) => pattern.test(message))?.[1];
  const said =
    words ?? (pointed ? message.slice(0, pointed.index) : message).replace(/\n\nPlease try[\s\S]*$/, '').trim();
  if (!pointed) {
    const atEnd = /at end of input/.test(message);
    const end = text.trimEnd().length;
    return { message: said, from: atEnd ? Math.max(0, end - 1) : 0, to: end };
  }
  const [, number, excerpt, blanks] = pointed;
  const lines = text.split('\n');
  const line = Number(number) - 1;
  const isCut = excerpt!.startsWith(DOTS);
  const shown = excerpt!.slice(isCut ? DOTS.length : 0, excerpt!.endsWith(DOTS) ? -DOTS.length : undefined);
  const column = blanks!.length - `LINE ${number}: `.length - (isCut ? DOTS.length : 0);
  const begin = Math.max(0, (lines[line] ?? '').indexOf(shown));
  const from = Math.min(text.length, startOfLine(lines, line) + begin + Math.max(0, column));
  return { message: said, from, to: endOfWord(text, from) };
};
